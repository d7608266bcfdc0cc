"""Open desks: the only place where one is made of its parts."""

import gc
import logging
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.desks.desk import Desk
from assistant.desks.endpoint import read_endpoint
from vectorstore.errors import HomeInUseError
from vectorstore.home.allocator import overwrite_freed
from vectorstore.home.lock import Holder, holder
from vectorstore.settings import DEFAULT_ENCODER, HomeSettings

if TYPE_CHECKING:
    from assistant.drafting.chat import Chat
    from assistant.settings import ChatSettings

logger = logging.getLogger(__name__)

REACHED = ("serve", "reindex")  # what does the work of other commands while it runs
COMMAND_SECONDS = 10.0  # another command is usually done by then; a long ingest is not waited for
SERVER_SECONDS = 30.0  # `serve` opens the home within a second of its start; this is for a machine under load
POLL_SECONDS = 0.1
CATALOGUE_ONLY = ("list", "show", "export", "feedback", "adopt")  # purposes that read no index
ANSWERING = ("ask", "eval", "serve")  # purposes that answer questions
# Those that embed nothing, or seldom: a corrected title, a duplicate in place of what is removed.
SELDOM_EMBEDDING = (*CATALOGUE_ONLY, "new", "remove", "edit")


def open_desk(
    settings: HomeSettings,
    purpose: str,
    try_first: bool = False,
    repair: bool = False,
    chat: "ChatSettings | None" = None,
) -> Desk:
    """Open the home for a command, or reach the process that serves it.

    `try_first` and `repair` say what to do about damaged indexes (`Store.open`); `chat` is the model that
    writes the answers, where one is set. Raises HomeInUseError,
    naming the process, when another command keeps the home.
    """
    started = time.monotonic()
    while True:
        other = holder(settings.home)
        if other and other.purpose in REACHED and (purpose != "serve" or other.purpose == "serve"):
            if purpose == "serve":
                raise _served_already(settings.home, other)
            if desk := _reached(settings.home):
                return desk
        try:
            if other is None:
                return _opened(settings, purpose, try_first, repair, chat)
        except HomeInUseError:  # somebody was faster
            if time.monotonic() - started > COMMAND_SECONDS:
                raise
        else:
            patience = SERVER_SECONDS if other.purpose == "serve" else COMMAND_SECONDS
            if time.monotonic() - started > patience:
                raise _kept(settings.home, other, patience)
            logger.info("Waiting for process %d (briefings %s)", other.pid, other.purpose)
        time.sleep(POLL_SECONDS)


def make_chat(settings: "ChatSettings", sleep: Callable[[float], object] | None = None) -> "Chat":
    """Make the chat model; its provider's library is imported here and nowhere else."""
    from assistant.drafting.chat import Chat
    from assistant.drafting.chat_model import longest_reply, make_chat_model, secrets_of, window_of

    model = make_chat_model(settings)
    return Chat(
        model,
        settings.name,
        window_of(model, settings),
        settings.price,
        settings.timeout,
        secrets_of(model, settings),
        sleep,
        longest_reply(model, settings),
        None if settings.reply else partial(make_chat_model, settings),
        "BRIEFINGS_CHAT_BASE_URL" if settings.base_url else "",
    )


def _opened(
    settings: HomeSettings, purpose: str, try_first: bool, repair: bool, chat: "ChatSettings | None"
) -> Desk:
    # 1,600 modules come in here: looking for garbage among them takes 0.3 s and finds none. Afterwards they
    # are put aside: a question in 25 waited 0.1 s while they were looked through once more.
    gc.disable()
    try:
        # Chroma and the encoder's runtime take a second to import; a desk elsewhere needs neither.
        from vectorstore.encoder.embedding import load_encoder

        with ThreadPoolExecutor(1) as aside:  # weights are read and compiled while modules are imported
            at_once = purpose not in SELDOM_EMBEDDING
            encoder = aside.submit(load_encoder, settings.encoder, settings.models, settings.threads, at_once)
            judges: list[Future[object]] = []
            if purpose in ANSWERING and settings.encoder == DEFAULT_ENCODER:
                from assistant.checking.verifier import load_verifier, prepare_verifier
                from assistant.choosing.reranker import load_reranker

                judges.append(aside.submit(load_reranker, settings.models, settings.threads))
                if chat:
                    judges.append(aside.submit(load_verifier, settings.models, settings.threads))
                else:  # few questions need it, and it is loaded with the first that does
                    judges.append(aside.submit(prepare_verifier, settings.models))
            from assistant.answering import Answering
            from assistant.desks.local import LocalDesk

            if purpose in ANSWERING:
                import langchain_core.runnables  # noqa: F401  # here it costs no time of its own
            from vectorstore.store import Store

        for judge in judges:
            judge.result()  # what keeps it from being loaded is said now, and not of every question
        if not gc.get_freeze_count():  # once: what a closed home leaves behind has to be found later
            gc.freeze()
        writer = make_chat(chat) if chat else None
        store = Store.open(
            settings,
            encoder.result(),
            purpose=purpose,
            wait=POLL_SECONDS,
            try_first=try_first,
            repair=repair,
            vectors=purpose not in CATALOGUE_ONLY,
        )
        # Not before: what is set aside for vectors to come would be overwritten, and so be in memory, 150 MB
        # over 14,000 briefings. No text of a briefing that may be removed has been freed by now.
        overwrite_freed()
        return LocalDesk(store, Answering(store, writer))
    finally:
        gc.enable()


def _reached(home: Path) -> Desk | None:
    """The desk of the process that serves this home, once it answers."""
    endpoint = read_endpoint(home)
    if endpoint is None:
        return None
    from assistant.desks.remote import RemoteDesk  # httpx and pydantic: 0.2 s that others need not wait

    desk = RemoteDesk(endpoint)
    if desk.answers():
        return desk
    desk.close()
    return None


def _served_already(home: Path, other: Holder) -> HomeInUseError:
    endpoint = read_endpoint(home)
    where = f" at {endpoint.page}" if endpoint and endpoint.pid == other.pid else ""
    return HomeInUseError(
        f"The home {home} is being served{where} by process {other.pid} already. Use that page, "
        f"stop it (kill {other.pid}), or set BRIEFINGS_HOME to another folder.",
        other.pid,
    )


def _kept(home: Path, other: Holder, patience: float) -> HomeInUseError:
    return HomeInUseError(
        f"Waited {patience:.0f} s for process {other.pid} (briefings {other.purpose}), which has the home "
        f"{home} open. Try again when it has finished, or stop it (kill {other.pid}).",
        other.pid,
    )
