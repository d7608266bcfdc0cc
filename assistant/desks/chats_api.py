"""Take calls about conversations that other commands hand over: the other side of `remote_chats`."""

from fastapi import FastAPI, HTTPException, Request, Response
from pydantic import ValidationError
from starlette.concurrency import run_in_threadpool

from assistant.desks.desk import Desk
from assistant.desks.remote_chats import CALLS


def take_calls(api: FastAPI, desk: Desk) -> None:
    """Answer these calls at a desk that has the home open."""

    @api.post("/conversations/{name}")
    async def conversations(name: str, request: Request) -> Response:
        if name not in CALLS:
            raise HTTPException(404, "There is no such call.")
        takes, gives = CALLS[name]
        try:
            arguments = takes.validate_json(await request.body())
        except ValidationError as error:
            raise HTTPException(400, str(error)) from error
        found = await run_in_threadpool(getattr(desk.conversations, name), *arguments)
        return Response(gives.dump_json(found), media_type="application/json")
