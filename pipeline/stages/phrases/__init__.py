"""The grammar of role phrases, which two stages share: people (where a name begins) and roles (what the phrase says).

In: the text. Out: `Phrase`s in text order, each a position with its complement cut into `Part`s; no name is in them.

>>> text = "kata Bupati Sleman Kustini kepada Kepala Dinas Pertanian, Pangan, dan Perikanan Sleman Heru"
>>> [text[p.start:p.end] for p in find(text)]
['Bupati Sleman', 'Kepala Dinas Pertanian, Pangan, dan Perikanan Sleman']
>>> [part.kind for part in find("Kepala BGTK Provinsi Sumatera Selatan, Ohorella")[0].parts]
['position', 'organization', 'region']
>>> find("Universitas Sultan Ageng Tirtayasa")
()
"""

from pipeline.stages.phrases.document import phrases_of
from pipeline.stages.phrases.find import find
from pipeline.stages.phrases.model import Part, PartKind, Phrase

__all__ = ["Part", "PartKind", "Phrase", "find", "phrases_of"]
