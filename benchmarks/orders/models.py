"""ORM classes over the program's tables, as the conventional version has them."""

from sqlalchemy.orm import DeclarativeBase, Mapped, relationship

from partscounter.schema import metadata


class Model(DeclarativeBase):
    """What all have in common."""

    metadata = metadata


class OrderLine(Model):
    __table__ = metadata.tables["order_lines"]


class Order(Model):
    __table__ = metadata.tables["orders"]
    lines: Mapped[list[OrderLine]] = relationship(order_by=OrderLine.number)


class TrackingUpdate(Model):
    __table__ = metadata.tables["tracking_updates"]


class Item(Model):
    __table__ = metadata.tables["items"]


class Event(Model):
    __table__ = metadata.tables["events"]


class Job(Model):
    __table__ = metadata.tables["jobs"]


class Dealer(Model):
    __table__ = metadata.tables["dealers"]


class CredentialDealer(Model):
    __table__ = metadata.tables["credential_dealers"]


class Credential(Model):
    __table__ = metadata.tables["credentials"]
    dealers: Mapped[list[CredentialDealer]] = relationship()


class SigningKey(Model):
    __table__ = metadata.tables["signing_keys"]
