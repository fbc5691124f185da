"""Names in every script that came up, and some that did not."""

import unicodedata

from hypothesis import strategies as st

SCRIPTS = {
    "latin": "abcdefghijklmnopqrstuvwxyzÄÅÉÍÓÖØßáãäæçèéêëìíîñòóôöøúüýāăąČēęěĢķļŁłņňŐőŘřŚŠšťźŻżŽžȘșȚ-' ",
    "greek": "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩάέήίόύώαβγδεζηθικλμνξοπρστυφχψως ",
    "cyrillic": "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЬЮЯабвгдежзийклмнопрстуфхцчшщъыьэюяїієґћђ ",
    "arabic": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي ",
    "chinese": "王伟李娜张敏刘静陈杰杨洋赵磊黄勇周艳吴强 ",
    "japanese": "山田太郎佐藤花子ヤマダタロウはなこーっ・々 ",
    "korean": "김민수이서연박지훈최유진강현우 ",
    "hebrew": "אבגדהוזחטיכלמנסעפצקרשתםןץףך־ ",
    "persian": "پچژگکیآ\u200cنرمافزای ",
    "armenian": "ԱԲԳԴԵաբգդեզէըթժիլխծև ",
    "georgian": "აბგდევზთიკლმნოპჟრსტ ",
    "thai": "สมชายใจดีวงศ์ ",
    "hindi": "प्रियाशर्मा ",
    "emoji": "😀🚀🌍👩‍💻🇪🇺❤️ ",
}


def names() -> st.SearchStrategy[str]:
    """Names of 1 to 120 characters in one of the scripts, or in several."""
    one = st.sampled_from(sorted(SCRIPTS)).flatmap(lambda script: st.text(SCRIPTS[script], min_size=1, max_size=120))
    mixed = st.text("".join(SCRIPTS.values()), min_size=1, max_size=120)
    return (one | mixed).filter(_is_visible)


def _is_visible(text: str) -> bool:
    return any(unicodedata.category(character)[0] in "LNPS" for character in text)
