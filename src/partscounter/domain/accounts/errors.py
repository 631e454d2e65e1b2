"""Why signing in, or a change of an account, was refused."""

from partscounter.kit.refusal import Conflict, Forbidden, Invalid, NotFound, Unavailable


class AccountNotFound(NotFound):
    """There is no such account."""

    code = "account_not_found"


class EmailTaken(Conflict):
    """Somebody has an account under this mail address."""

    code = "email_taken"


class InvalidAccount(Invalid):
    """A field of the account is wrong; `violations` names each."""

    code = "invalid_account"


class SignInRefused(Forbidden):
    """Address or password is wrong, or the account is disabled: always the same sentence."""

    code = "sign_in_refused"


class WrongCode(Forbidden):
    """The code of the second factor is wrong, was used before, or its time is over."""

    code = "wrong_code"


class TooManyFailures(Unavailable):
    """Too many wrong passwords or codes, for this account or from this address; `retry_after` says for how long."""

    code = "too_many_failures"


class LastOperator(Conflict):
    """Nobody would be left who can run the instance."""

    code = "last_operator"


class LinkSpent(NotFound):
    """The link was used, is too old, or was never given out."""

    code = "link_spent"
