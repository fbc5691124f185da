"""What a script does by name as the window does it with keys: every intent whose fields can be written as words.

Those that carry a whole file or timetable come through a verb or a page of their own.
"""

from eccp_desktop.actions.badge_name import SetBadgeName
from eccp_desktop.actions.brief import RemoveBrief, WriteBrief
from eccp_desktop.actions.cancel_meeting import CancelMeeting
from eccp_desktop.actions.close_table import CloseTable, ReopenTable
from eccp_desktop.actions.close_table_in_slots import CloseTableInSlots
from eccp_desktop.actions.create_event import CreateEvent
from eccp_desktop.actions.edit_event import (
    AddSide,
    EditEvent,
    RemoveSide,
    RenameSide,
    SetLanguages,
    SetLimits,
    SetPairing,
)
from eccp_desktop.actions.edit_people import (
    CancelParticipation,
    EditOrganisation,
    EditParticipant,
    RestoreParticipation,
)
from eccp_desktop.actions.edit_sessions import AddSession, ChangeSession, RemoveSession
from eccp_desktop.actions.edit_staff import AddStaff, ChangeStaff, RemoveStaff
from eccp_desktop.actions.edit_tables import ChangeTable, SetTables
from eccp_desktop.actions.end_of_day import CancelRestOfDay, SettlePast
from eccp_desktop.actions.erase_people import EraseAllPersonal, ErasePeople
from eccp_desktop.actions.event_colour import SetColour
from eccp_desktop.actions.event_logo import RemoveLogo
from eccp_desktop.actions.gone_for_today import GoneForToday
from eccp_desktop.actions.intent import name_of
from eccp_desktop.actions.interpreters import AssignInterpreter, SetInterprets, TakeInterpreterAway
from eccp_desktop.actions.lock_meeting import LockMeeting, UnlockMeeting
from eccp_desktop.actions.make_room import MakeRoom
from eccp_desktop.actions.making_way import FreeInSlot, OpenTableInSlot
from eccp_desktop.actions.merge_organisations import MergeOrganisations
from eccp_desktop.actions.merge_people import MergePeople
from eccp_desktop.actions.move_day import MoveDay
from eccp_desktop.actions.move_meeting import MoveMeeting
from eccp_desktop.actions.presence import CheckIn, MarkExpected, MarkGone, MarkLate
from eccp_desktop.actions.record_print import HandOut, HandOutAll
from eccp_desktop.actions.requests import (
    AcceptRequest,
    DeclineRequest,
    MakeRequest,
    RankRequest,
    ReopenRequest,
    WithdrawRequest,
)
from eccp_desktop.actions.roll_call import CallSlot, EndSlot, SettleMeeting, StartMeeting
from eccp_desktop.actions.seat_meeting import SeatMeeting, SeatPeople
from eccp_desktop.actions.seat_replacement import SeatReplacement
from eccp_desktop.actions.swap_meetings import SwapMeetings
from eccp_desktop.actions.unschedule_meeting import UnscheduleMeeting
from eccp_desktop.actions.walk_in import RegisterWalkIn

INTENTS: dict[str, type] = {
    name_of(intent): intent
    for intent in (
        CheckIn,
        MarkLate,
        MarkGone,
        MarkExpected,
        GoneForToday,
        RegisterWalkIn,
        SetBadgeName,
        EditParticipant,
        SetInterprets,
        CancelParticipation,
        RestoreParticipation,
        EditOrganisation,
        HandOut,
        HandOutAll,
        MergePeople,
        MergeOrganisations,
        MakeRequest,
        AcceptRequest,
        DeclineRequest,
        WithdrawRequest,
        ReopenRequest,
        RankRequest,
        SeatPeople,
        SeatMeeting,
        MoveMeeting,
        SwapMeetings,
        MakeRoom,
        UnscheduleMeeting,
        CancelMeeting,
        AssignInterpreter,
        TakeInterpreterAway,
        LockMeeting,
        UnlockMeeting,
        SeatReplacement,
        CallSlot,
        StartMeeting,
        SettleMeeting,
        EndSlot,
        CancelRestOfDay,
        SettlePast,
        CloseTable,
        ReopenTable,
        CreateEvent,
        EditEvent,
        SetPairing,
        AddSide,
        RenameSide,
        RemoveSide,
        SetLanguages,
        AddSession,
        ChangeSession,
        RemoveSession,
        MoveDay,
        SetTables,
        ChangeTable,
        CloseTableInSlots,
        OpenTableInSlot,
        FreeInSlot,
        SetLimits,
        AddStaff,
        ChangeStaff,
        RemoveStaff,
        SetColour,
        RemoveLogo,
        WriteBrief,
        RemoveBrief,
        ErasePeople,
        EraseAllPersonal,
    )
}
"""By the name that the journal and scripts know them by."""
