"""The tests of the models themselves need the extra ``stanza``; ``.ci/stanza`` runs them where it is."""

from importlib.util import find_spec

collect_ignore = [] if find_spec("torch") else ["test_models.py"]
