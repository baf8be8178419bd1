"""Ringkasan in Dash, same figures and data: `python -m benchmarks.peers.dash_page PORT FOLDER`."""

# ruff: noqa: E402
# mypy: ignore-errors

import sys

port, libraries = sys.argv[1:]
sys.path.append(libraries)  # at the end: plotly stays the dashboard's own

from dash import Dash, dcc, html
from waitress import serve

from benchmarks.peers import twin


def graph(chart):
    return dcc.Graph(figure=chart.figure, style={"height": chart.height})


found = twin.summary()
cards = [html.Div([html.P(a), html.H3(b), html.P(c)]) for a, b, c in found.figures]
side = [html.Ul([html.Li(item) for item in found.items]), graph(found.status)]
app = Dash(__name__, serve_locally=True)
app.layout = html.Div(
    [
        html.H1("Ringkasan"),
        html.Div(cards, style={"display": "flex", "gap": "20px"}),
        html.Div([graph(found.board), html.Div(side)], style={"display": "flex"}),
    ]
)
serve(app.server, host="127.0.0.1", port=int(port), threads=8)
