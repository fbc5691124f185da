"""What views ask the event file: functions of a reading connection that answer frozen values, shaped for one view each."""

from sqlalchemy import Connection as Reading

__all__ = ["Reading"]
