"""What is awaited goes as far as it can at once, and on from there when somebody waits for it."""

import asyncio

import pytest

from partscounter.web.begun import Begun


async def answer(waits_for: asyncio.Future[str], log: list[str]) -> str:
    try:
        log.append("began")
        first = await waits_for
        log.append("went on")
        await asyncio.sleep(0)
    finally:
        log.append("ended")
    return first


async def refuse() -> str:
    raise LookupError("nothing there")


def test_what_waits_for_nothing_is_there_at_once() -> None:
    async def run() -> str:
        future = asyncio.get_running_loop().create_future()
        future.set_result("a body")
        begun = Begun(future)
        assert begun.result == ["a body"]
        return await begun

    assert asyncio.run(run()) == "a body"


def test_what_waits_goes_on_where_it_stopped() -> None:
    log: list[str] = []

    async def run() -> tuple[str, str]:
        future = asyncio.get_running_loop().create_future()
        begun = Begun(answer(future, log))
        assert (begun.result, log) == ([], ["began"])
        asyncio.get_running_loop().call_soon(future.set_result, "late")
        return await begun, await begun

    assert asyncio.run(run()) == ("late", "late")
    assert log == ["began", "went on", "ended"]


def test_what_it_raises_comes_out_when_it_is_raised() -> None:
    with pytest.raises(LookupError, match="nothing there"):
        Begun(refuse())

    async def run() -> None:
        future = asyncio.get_running_loop().create_future()
        begun = Begun(answer(future, []))
        future.set_exception(ValueError("cut off"))
        await begun

    with pytest.raises(ValueError, match="cut off"):
        asyncio.run(run())


def test_a_timeout_reaches_it() -> None:
    log: list[str] = []

    async def run() -> None:
        begun = Begun(answer(asyncio.get_running_loop().create_future(), log))
        async with asyncio.timeout(0):
            await begun

    with pytest.raises(TimeoutError):
        asyncio.run(run())
    assert log == ["began", "ended"]


def test_what_nobody_waits_for_is_let_go() -> None:
    log: list[str] = []

    async def run() -> None:
        Begun(answer(asyncio.get_running_loop().create_future(), log)).drop()

    asyncio.run(run())
    assert log == ["began", "ended"]
