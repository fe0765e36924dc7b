from pydantic import BaseModel, Field


class Registration(BaseModel):
    # ruleid: auth/password-min-length
    password: str = Field(..., min_length=6)


class Better(BaseModel):
    # ok: auth/password-min-length
    password: str = Field(..., min_length=12)


def register(data, password):
    # ruleid: auth/password-min-length
    if len(data["password"]) < 4:
        return "too short"
    # ruleid: auth/password-min-length
    if len(password) >= 6:
        return "ok"
    # ok: auth/password-min-length
    if len(password) < 12:
        return "too short"
    # ok: auth/password-min-length
    if len(data["username"]) < 4:
        return "too short"
    # ok: auth/password-min-length
    if len(password) > 72:
        return "too long"
    # ok: auth/password-min-length
    return len(password) > 0
