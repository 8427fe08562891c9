"""Ways into the loop: models, prompt, lab, demo."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TextIO

from schemasync_nb.apply.generate import generate_models
from schemasync_nb.commands.options import WORKDIR, Options, passes_of, settings_of, show
from schemasync_nb.commands.steps import run
from schemasync_nb.database import explained, masked, open_database
from schemasync_nb.engines import engine_for
from schemasync_nb.errors import DRIFT, IN_SYNC, DecisionError
from schemasync_nb.lessons import open_lab, sample, stop_server, tell_scenarios
from schemasync_nb.show.prompt import prompt as prompt_text

SERVER = "SCHEMASYNC_DEMO_SERVER"


def models(options: Options, out: TextIO, err: TextIO) -> int:
    """A first models file."""
    target = open_database(settings_of(options, "database")["database"])
    path = Path(options.out) if options.out else None
    if path is not None and path.exists():
        raise DecisionError(f"{path}: it exists already and is not overwritten: name another --out")
    with target.reading() as connection:
        engine = engine_for(target)
        text = generate_models(engine.words(engine.read(connection)))
    if path is None:
        print(text, end="", file=out)
        return IN_SYNC
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise DecisionError(f"--out {explained(error, str(path))}: name a file that can be written") from None
    show(f"Wrote {path}: schema diff --models {path}:Base tells whether it says what the database says.", out)
    return IN_SYNC


def prompt(options: Options, out: TextIO, err: TextIO) -> int:
    """The kickoff prompt."""
    settings = settings_of(options, "database", "models")
    database, environment = masked(str(settings["database"])), settings.get("environment")
    if environment is None and database.startswith("sqlite"):
        environment = "development"
    print(prompt_text(database, str(settings["models"]), environment, passes_of(options)), end="", file=out)
    return IN_SYNC


def lab(options: Options, out: TextIO, err: TextIO) -> int:
    """JupyterLab on a copy of the lessons."""
    return open_lab(Path(options.folder or "."), options.jupyter, out)


def demo(options: Options, out: TextIO, err: TextIO) -> int:
    """The sample database, drifted, and the loop on it; where rows must be put right by hand, that is done between."""
    folder = Path(options.folder or "schemasync-demo")
    server = options.server or (os.environ.get(SERVER) if options.engine == "postgresql" else None)
    engine = "postgresql" if server else options.engine or "sqlite"
    if options.server and options.engine == "sqlite":
        raise DecisionError("--server names a PostgreSQL server: leave --engine sqlite out")
    if options.stop:
        return stop_server(folder, out)
    if options.list:
        return tell_scenarios(out, engine)
    place = sample(options.name, folder, out, engine, server)
    out.flush()
    if options.no_run:
        return IN_SYNC
    looping = Options(  # rows that somebody is to put right are asked about first
        database=place.url,
        models=f"{place.models}:Base",
        environment="development",
        workdir=str(place.folder / WORKDIR),
        scratch_url=None,
        json=False,
        yes=True,
        allow=list(place.allow),
        decisions=str(place.decisions) if place.decisions and not place.repair else None,
    )
    code = run(looping, out, err)
    if code == DRIFT and place.repair:
        show(f"\nNow somebody puts the rows right, by {place.repair}, and the loop runs again.", out)
        place.put_right()
        code = run(looping, out, err)
    return code
