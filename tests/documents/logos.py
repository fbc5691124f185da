"""Made-up logos for the tests of paper."""

from io import BytesIO

from PIL import Image, ImageDraw

SVG = b"""<?xml version="1.0" encoding="UTF-8"?>
<!-- a cleaner takes this comment out -->
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 240 80">
  <defs>
    <linearGradient id="sky"><stop offset="0" stop-color="#0B5FFF"/><stop offset="1" stop-color="#0B9F6F"/></linearGradient>
    <circle id="dot" r="9" fill="#1B1F24"/>
  </defs>
  <script>alert(1)</script>
  <rect width="80" height="80" rx="12" fill="url(#sky)"/>
  <path d="M20 56 L40 20 L60 56 Z" fill="#fff"/>
  <g onclick="alert(2)" opacity="0.5"><use xlink:href="#dot" x="110" y="40"/><use href="#dot" x="150" y="40"/></g>
  <path d="M180 56h40v-32h-40z" fill="none" stroke="#1B1F24" stroke-width="6"/>
</svg>"""

WHITE_SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><rect width="80" height="20" fill="#fdfdfd"/></svg>'
)


def png(across: int = 240, down: int = 80, mode: str = "RGBA") -> bytes:
    """A ring and a bar on nothing."""
    image = Image.new(mode, (across, down))
    draw = ImageDraw.Draw(image)
    ink = 200 if mode in ("L", "P") else (192, 16, 16, 255)[: len(image.getbands())]
    draw.ellipse((2, 2, down - 2, down - 2), outline=ink, width=max(1, down // 8))
    draw.rectangle((down + 4, down // 3, across - 2, down * 2 // 3), fill=ink)
    return _saved(image, "PNG")


def jpeg(across: int = 120, down: int = 120) -> bytes:
    """A photograph with a note of where it was taken."""
    image = Image.linear_gradient("L").resize((across, down)).convert("RGB")
    exif = Image.Exif()
    exif[0x010F] = "Camera of somebody"
    file = BytesIO()
    image.save(file, "JPEG", exif=exif)
    return file.getvalue()


def _saved(image: Image.Image, kind: str) -> bytes:
    file = BytesIO()
    image.save(file, kind)
    return file.getvalue()
