"""Takes an inventory import back, as somebody has asked."""

from partscounter.app import App
from partscounter.domain import file_imports
from partscounter.jobs import Handler, Job
from partscounter.kit.actor import Actor


def import_undoer(app: App) -> Handler:
    """The handler. A second run, after a crash, goes on where the first one ended."""

    def handle(job: Job) -> None:
        import_id = job.payload["import"]
        if not isinstance(import_id, int):
            raise TypeError(f"job {job.id} names no import")
        with app.database.read() as tx:
            undo = file_imports.find_undo(tx, import_id)
        if undo is not None and undo.ended_at is None:
            actor = Actor(name=undo.asked_by, door="portal", request_id=f"undo-{import_id}")
            file_imports.carry_out_undo(app.database, actor, import_id)

    return handle
