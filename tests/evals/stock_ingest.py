"""Take a folder into stock LangChain + Chroma + sentence-transformers, as their tutorials do.

Run by `ingest_benchmark.py` in an environment of its own; prints one JSON line.
"""

import json
import sys
import time
from pathlib import Path

from langchain_chroma import Chroma
from langchain_core.documents import Document
from langchain_huggingface import HuggingFaceEmbeddings
from langchain_text_splitters import RecursiveCharacterTextSplitter


def main(folder: Path, home: Path, model: Path) -> None:
    started = time.perf_counter()
    files = sorted(p for p in folder.rglob("*") if p.suffix in {".md", ".txt"})
    documents = [
        Document(
            p.read_text(encoding="utf-8", errors="replace"), metadata={"source": str(p.relative_to(folder))}
        )
        for p in files
    ]
    pieces = RecursiveCharacterTextSplitter(chunk_size=1000, chunk_overlap=200).split_documents(documents)
    embeddings = HuggingFaceEmbeddings(model_name=str(model), model_kwargs={"device": "cpu"})
    store = Chroma(embedding_function=embeddings, persist_directory=str(home))
    for at in range(0, len(pieces), 5000):  # Chroma's largest batch
        store.add_documents(pieces[at : at + 5000])
    print(json.dumps({"files": len(files), "pieces": len(pieces), "seconds": time.perf_counter() - started}))


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:4]))
