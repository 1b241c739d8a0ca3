"""Sphinx configuration; built with ``sphinx-build -n -W --keep-going docs docs/_build``."""

from bilateral import __version__

project = "bilateral"
author = "The bilateral maintainers"
copyright = "2026, the bilateral maintainers"
release = version = __version__

extensions = [
    "myst_nb",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
]
exclude_patterns = ["_build", "_figures", "_static", "**/jupyter_execute"]
nitpicky = True
nitpick_ignore_regex = [
    # Type variables and aliases: they are no classes.
    (r"py:class", r"bilateral\.(frames\.filtering\.Frame|corpus\.Key)|Chosen|DateLike|Draft|Origin"),
    # Text that is HTML already; outside of the library it is text.
    (r"py:class", r"bilateral\.markup\.Markup"),
    # The builds need no network, so there is no inventory of other projects to link to.
    (r"py:.*", r"(altair|collections\.abc|datetime|dateutil|enum|os|pathlib|typing)\..*"),
    (r"py:.*", r"(hypothesis|cattrs|attrs?|edtf|undate)\..*"),
    (r"py:(class|exc|obj|data)", r"[a-z]+|NoneType|[A-Z]\w*Error|StrEnum|Enum"),
    (r"py:class", r"DataFrame|DiGraph|Graph|Item|EDTFObject|Undate|UndateInterval"),
]

html_theme = "furo"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_title = f"bilateral {release}"

autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented"
napoleon_numpy_docstring = False
napoleon_use_ivar = True

# Notebooks are run anew, in folders of their own, for they write files; one that fails fails the build.
nb_execution_mode = "force"
nb_execution_in_temp = True
nb_execution_raise_on_error = True
nb_execution_timeout = 120

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
