"""Files that a person hands in, and the worker that imports them and takes them back."""

import secrets
from dataclasses import dataclass, replace
from pathlib import Path

from partscounter.app import App
from partscounter.database import Database
from partscounter.domain import file_imports, inventory
from partscounter.domain.accounts import Account
from partscounter.domain.file_imports import FileImport, FileKind, Given
from partscounter.domain.inventory import Item
from partscounter.kit.clock import FixedClock
from partscounter.settings import ServerSettings, Settings
from partscounter.worker.run import build_import_worker
from tests.make.accounts import make_account
from tests.make.app import make_app
from tests.make.counter import TESTER, Counter, make_counter

HEADER = "vendor_id,vendor_store,vendor_inventory_id,part_type,quantity,price,images"


@dataclass(frozen=True)
class Hands:
    """Vendor 100, store 1, and an operator who hands in files."""

    app: App
    counter: Counter
    account: Account

    @property
    def database(self) -> Database:
        return self.app.database

    def hand_in(self, *rows: str, kind: FileKind = FileKind.INVENTORY, **choices: object) -> FileImport:
        """The import of these rows (inventory id, type, quantity, price, images), after the worker has been at it."""
        token = secrets.token_hex(8)
        self.app.import_folder.mkdir(parents=True, exist_ok=True)
        lines = [HEADER, *(f"100,1,{row}" for row in rows)]
        (self.app.import_folder / f"{token}.data").write_text("\n".join(lines))
        given = Given(
            credential_id=None,
            account_id=self.account.id,
            kind=kind,
            file_name="stock.csv",
            token=token,
            size=1,
            digest=token,
            **choices,  # type: ignore[arg-type]  # the test names the right types
        )
        taken = self.database.write(TESTER, lambda tx: file_imports.take_file_import(tx, given))
        self.work()
        return self.found(taken.id)

    def undo(self, import_id: int) -> None:
        """Ask for it, and run the worker."""
        self.database.write(TESTER, lambda tx: file_imports.ask_undo(tx, import_id))
        self.work()

    def work(self) -> None:
        """Run the worker until nothing is left."""
        while build_import_worker(self.app).run_due():
            pass

    def found(self, import_id: int) -> FileImport:
        with self.database.read() as tx:
            return file_imports.get_any_import(tx, import_id)

    def item(self, inventory_id: str) -> Item:
        with self.database.read() as tx:
            found = inventory.find_item(tx, self.counter.store.id, inventory_id)
        assert found is not None
        return found

    def facts(self, inventory_id: str) -> Item:
        """The item without the moment of its last change."""
        item = self.item(inventory_id)
        return replace(item, changed_at=item.added_at)


def open_hands(database: Database, clock: FixedClock, folder: Path) -> Hands:
    """With files below `folder`."""
    settings = replace(Settings(), server=ServerSettings(data_dir=folder))
    return Hands(make_app(database, clock, settings), make_counter(database), make_account(database))
