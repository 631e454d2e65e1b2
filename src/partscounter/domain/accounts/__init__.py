"""Accounts: people who sign in to the pages, their roles, their sessions, and their second factor."""

from partscounter.domain.accounts.account import Account, Role
from partscounter.domain.accounts.account_search import AccountSearch
from partscounter.domain.accounts.change import change_account, disable_account, enable_account
from partscounter.domain.accounts.code import (
    CodeSecret,
    begin_code,
    code_secret,
    confirm_session,
    new_code_secret,
    remove_code,
    require_code,
)
from partscounter.domain.accounts.create import create_account
from partscounter.domain.accounts.errors import (
    AccountNotFound,
    EmailTaken,
    InvalidAccount,
    LastOperator,
    LinkSpent,
    SignInRefused,
    TooManyFailures,
    WrongCode,
)
from partscounter.domain.accounts.give_link import give_password_link
from partscounter.domain.accounts.lookup import (
    find_account,
    get_account,
    list_accounts,
    list_accounts_of_customer,
    search_accounts,
)
from partscounter.domain.accounts.password import choose_password, read_password_link, set_password, sign_password_link
from partscounter.domain.accounts.session import Session
from partscounter.domain.accounts.sessions import end_session, end_sessions, find_session, list_sessions
from partscounter.domain.accounts.sign_in import Origin, sign_in

__all__ = [
    "Account",
    "AccountNotFound",
    "AccountSearch",
    "CodeSecret",
    "EmailTaken",
    "InvalidAccount",
    "LastOperator",
    "LinkSpent",
    "Origin",
    "Role",
    "Session",
    "SignInRefused",
    "TooManyFailures",
    "WrongCode",
    "begin_code",
    "change_account",
    "choose_password",
    "code_secret",
    "confirm_session",
    "create_account",
    "disable_account",
    "enable_account",
    "end_session",
    "end_sessions",
    "find_account",
    "find_session",
    "get_account",
    "give_password_link",
    "list_accounts",
    "list_accounts_of_customer",
    "list_sessions",
    "new_code_secret",
    "read_password_link",
    "remove_code",
    "require_code",
    "search_accounts",
    "set_password",
    "sign_in",
    "sign_password_link",
]
