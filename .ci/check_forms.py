#!/usr/bin/env python3
"""Fills the forms that waymark writes, in headless Chromium, as people would, and scores what comes out.

    check_forms.py WAYMARK [--only WORD,…]
    check_forms.py WAYMARK --self-test

Three people answer the organisation's questionnaire (one by keyboard alone, one whose browser is killed), one a
project's, and one the organisation's in French and in English; their files go through check, assess and project.
Then: what a saved file gives back, files that were edited or are of something else, two tabs, a browser that keeps
nothing, conditions against the engine, print, no script, and the checks of check_pages.py on the pages of a form.
Exit code: 0 all well, 1 a check failed, 3 Chromium or a package is missing.
"""

import argparse
import base64
import contextlib
import io
import json
import os
import pathlib
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback

import check_pages

try:
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service
    from selenium.webdriver.common.action_chains import ActionChains
    from selenium.webdriver.common.keys import Keys
except ImportError as problem:
    print(f"{problem}: install .ci/requirements.txt", file=sys.stderr)
    sys.exit(3)


class Browser(check_pages.Browser):
    """A Chromium whose profile stays when it ends, and that saves downloads into a folder."""

    running = []

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.profile = str(self.folder / "profile")
        self.downloads = self.folder / "downloads"
        self.downloads.mkdir(parents=True, exist_ok=True)
        self.requests = []
        self.shown = None
        self.start()

    def start(self):
        options = webdriver.ChromeOptions()
        options.binary_location = check_pages.find_chromium()
        for argument in (
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
            "--force-color-profile=srgb", "--disable-background-networking", "--no-first-run", "--lang=en",
            "--disable-lcd-text", "--window-size=1280,900", f"--user-data-dir={self.profile}",
        ):
            options.add_argument(argument)
        options.add_experimental_option("prefs", {
            "download.default_directory": str(self.downloads), "download.prompt_for_download": False,
            # Scripts click here, which for a browser is no click.
            "profile.default_content_setting_values.automatic_downloads": 1})
        options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
        self.driver.set_script_timeout(60)
        Browser.running.append(self)

    def close(self):
        self.collect()
        self.driver.quit()
        Browser.running.remove(self)

    def kill(self):
        """Ends the browser as a power cut would; only the processes of this profile."""
        self.collect()
        for process in pathlib.Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                words = (process / "cmdline").read_bytes().split(b"\0")
                if f"--user-data-dir={self.profile}".encode() in words:
                    os.kill(int(process.name), signal.SIGKILL)
        with contextlib.suppress(Exception):
            self.driver.service.stop()
        for lock in pathlib.Path(self.profile).glob("Singleton*"):
            lock.unlink()
        Browser.running.remove(self)

    def collect(self):
        """What the page asked the network for, and what it complained about."""
        with contextlib.suppress(Exception):
            for entry in self.driver.get_log("performance"):
                message = json.loads(entry["message"])["message"]
                if message["method"] == "Network.requestWillBeSent":
                    self.requests.append(message["params"]["request"]["url"].split("#")[0])
            self.requests += [f"console: {e['message']}" for e in self.driver.get_log("browser")
                              if e["level"] == "SEVERE"]

    def open(self, page, fragment=""):
        self.driver.get("about:blank")
        self.driver.get(pathlib.Path(page).resolve().as_uri() + (f"#{fragment}" if fragment else ""))
        self.wait("return document.documentElement.dataset.ready")
        self.kept()

    def wait(self, script, seconds=10):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if value := self.driver.execute_script(script):
                return value
            time.sleep(0.02)
        raise AssertionError(f"this did not happen: {script}")

    def kept(self):
        """Waits until all that was typed is kept."""
        self.wait("return !isSaving && (!isDirty || !storage)")

    def js(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def go(self, fragment):
        self.js("go(arguments[0])", fragment)
        self.wait("const at = byID(location.hash.slice(1)); return at && !at.closest('.page').hidden")

    def choose(self, item, value):
        self.js("byID(`answer:${arguments[0]}:${arguments[1]}`).click()", item, value)

    def write(self, identifier, text):
        """Types into a field, in however closed a part of the page."""
        self.js("for (let d = byID(arguments[0]).closest('details'); d; d = d.parentElement.closest('details')) d.open = true", identifier)
        field = self.js("return byID(arguments[0])", identifier)
        if not field.is_displayed():
            self.go(identifier)
        field.clear()
        field.send_keys(text)

    def press(self, *keys):
        chain = ActionChains(self.driver, duration=0)
        for key in keys:
            chain.send_keys(key)
        chain.perform()

    def saved(self, name):
        """The file that a click saved, once it is there."""
        path = self.downloads / name
        end = time.monotonic() + 10
        while time.monotonic() < end:
            if path.exists() and not list(self.downloads.glob("*.crdownload")):
                return path
            time.sleep(0.02)
        raise AssertionError(f"{name} was not saved; there are {os.listdir(self.downloads)}")

    def load_file(self, path):
        self.js("document.querySelectorAll('#start details').forEach(d => { d.open = true })")
        before = self.js("byID('notices').replaceChildren(); return true")
        assert before
        self.js("return byID('file')").send_keys(str(path))
        self.wait("return byID('notices').textContent")
        self.kept()
        return self.js("return [...byID('notices').querySelectorAll('h2, p:not(.buttons), li')].map(e => e.textContent)")

    def notice(self, button):
        self.js("[...byID('notices').querySelectorAll('button')].find(b => b.textContent === arguments[0]).click()", button)


class Office:
    """A workspace, and the program."""

    def __init__(self, program, folder, collection="survey"):
        self.program, self.folder = str(pathlib.Path(program).resolve()), pathlib.Path(folder)
        self.run("init", self.folder, "--organisation", "Statistics Merrow", "--wave", "2026", "--collection", collection)

    def run(self, *arguments, code=0):
        outcome = subprocess.run([self.program, *map(str, arguments)], capture_output=True, text=True)
        assert code is None or outcome.returncode == code, f"{arguments}: {outcome.returncode}\n{outcome.stdout}{outcome.stderr}"
        return outcome.stdout + outcome.stderr

    def form(self, questionnaire, *options, name):
        path = self.folder / f"{name}.html"
        self.run("form", questionnaire, "--workspace", self.folder, "-o", path, *options)
        return path


CHECKS = {}


def check(function):
    CHECKS[function.__name__.replace("_", " ")] = function
    return function


def same(left, right):
    """Two responses are the same but for the day."""
    return {**left, "completed": None} == {**right, "completed": None}


def read(path):
    return json.loads(pathlib.Path(path).read_text(encoding="utf-8"))


def fresh(world, name):
    return Browser(world.folder / name)


# People

@check
def three_people_answer_and_the_wave_is_assessed(world):
    page, browser, ids = world.organisation, fresh(world, "people"), world.ids

    # With a mouse: every kind of answer, evidence, a comment, and a reason that is forgotten at first.
    browser.open(page)
    assert not browser.js("return form.querySelector(':checked')"), "something is chosen already"
    browser.js("document.querySelector('#start .main').click()")
    assert browser.js("return document.activeElement.id") == "problems"
    assert browser.js("return byID('problems').querySelectorAll('a').length") == 2
    assert browser.js("return document.title").startswith("Error: ")
    texts = browser.js("return [...byID('problems').querySelectorAll('a')].map(a => a.textContent)")
    beside = browser.js("return [...document.querySelectorAll('#start .error:not([hidden])')].map(e => e.textContent)")
    assert texts == beside, (texts, beside)
    browser.js("byID('problems').querySelector('a').click()")
    browser.wait("return document.activeElement.id === 'who:name'")
    browser.write("who:name", "Ana María")
    assert browser.js("return byID('error:name').textContent").endswith("such as ana-maria")
    browser.write("who:name", "ana-maria")
    browser.js("byID('who:role:it').click()")
    assert browser.js("return byID('problems').hidden"), "the errors are put right, and are still listed"
    browser.js("document.querySelector('#start .main').click()")
    browser.wait("return location.hash === '#section:organisation'")
    assert browser.js("return document.activeElement.id") == "title:organisation"
    for place, item in enumerate(ids):
        browser.choose(item, ["0", "1", "2", "3", "4", "@dontKnow", "@notApplicable"][place % 7])
    without = [item for place, item in enumerate(ids) if place % 7 == 6]
    browser.write(f"evidence:{ids[0]}", "Charter <b>on</b> the \"intranet\"")
    browser.write(f"comment:{ids[5]}", "Ask the registry.\nTwice.")
    browser.go("review")
    browser.js("byID('download').click()")
    assert browser.js("return byID('problems').querySelectorAll('a').length") == len(without)
    browser.js("byID('problems').querySelector('a').click()")
    browser.wait(f"return document.activeElement.id === 'reason:{without[0]}'")
    for item in without:
        browser.go(f"item:{item}")
        browser.write(f"reason:{item}", f"Not done here ({item}).")
    browser.go("review")
    assert "All questions" in browser.js("return byID('review-lead').textContent")
    browser.js("byID('download').click()")
    ana = read(browser.saved("response-ana-maria.json"))
    assert browser.js("return document.activeElement.id") == "done"
    assert ana["completed"] == time.strftime("%Y-%m-%d"), ana["completed"]
    assert ana["answers"][ids[0]] == {"option": "0", "evidence": "Charter <b>on</b> the \"intranet\""}
    assert ana["answers"][ids[5]] == {"state": "dontKnow", "comment": "Ask the registry.\nTwice."}
    assert ana["answers"][ids[6]] == {"state": "notApplicable", "reason": f"Not done here ({ids[6]})."}
    assert ana["answers"][ids[1]] == "1" and len(ana["answers"]) == 37

    # By keyboard alone, from an empty page.
    browser.js("byID('anew').click()")
    browser.kept()
    browser.open(page)
    at = "const e = document.activeElement; return [e.id, e.name || '', e.type || '', e.checked || false, e.textContent.trim().slice(0, 30), !!e.closest('details.notes, details.more')]"

    def tab_to(wanted, limit=60):
        for _ in range(limit):
            browser.press(Keys.TAB)
            here = browser.js(at)
            assert browser.js("const s = getComputedStyle(document.activeElement); return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2"), f"the focus is not seen on {here}"
            if wanted(here):
                return here
        raise AssertionError(f"the keyboard does not come there; last at {here}")

    tab_to(lambda here: here[0] == "who:name")
    browser.press("ben")
    tab_to(lambda here: here[1] == "who:role")
    browser.press(Keys.ARROW_DOWN)
    tab_to(lambda here: here[4] == "Start" and here[2] == "button")
    browser.press(Keys.ENTER)
    browser.wait("return location.hash === '#section:organisation'")
    for place, item in enumerate(ids):
        if browser.js("return items.get(arguments[0]).section", item) != browser.js("return location.hash.slice(9)"):
            tab_to(lambda here: here[4].startswith("Continue"))
            browser.press(Keys.ENTER)
            browser.wait(f"return location.hash === '#section:' + items.get('{item}').section")
        tab_to(lambda here: here[1] == f"answer:{item}")
        browser.press(*[Keys.SPACE] if place % 3 == 0 else [Keys.ARROW_DOWN] * (place % 3))
    tab_to(lambda here: here[4].startswith("Continue"))
    browser.press(Keys.ENTER)
    browser.wait("return location.hash === '#review'")
    tab_to(lambda here: here[0] == "download", 80)
    browser.press(Keys.ENTER)
    ben = read(browser.saved("response-ben.json"))
    assert len(ben["answers"]) == 37 and ben["role"] == "subjectMatter", ben
    assert ben["answers"][ids[0]] == "0" and ben["answers"][ids[1]] == "1" and ben["answers"][ids[2]] == "2"

    # Half is answered when the power fails; the rest the next day.
    browser.js("byID('anew').click()")
    browser.kept()
    browser.open(page)
    browser.write("who:name", "carla")
    browser.js("byID('who:role:methodology').click()")
    for item in ids[:18]:
        browser.choose(item, "3")
    browser.go(f"item:{ids[0]}")
    browser.write(f"comment:{ids[0]}", "typed in the last moment")
    # What the page says is kept has to be there; how soon it says so depends on the machine.
    browser.kept()
    browser.kill()
    browser.start()
    browser.open(page)
    assert browser.js("return byID('who:name').value") == "carla"
    assert browser.js("return byID(arguments[0]).value", f"comment:{ids[0]}") == "typed in the last moment"
    assert "18 answers were kept" in browser.js("return byID('notices').textContent")
    browser.notice("Go on")
    browser.wait(f"return document.activeElement.closest('.item')?.dataset.item === '{ids[18]}'")
    for item in ids[18:-1]:
        browser.choose(item, "2")
    browser.go("review")
    assert browser.js("return [...byID('review-open').querySelectorAll('a')].map(a => a.hash)") == [f"#item:{ids[-1]}"]
    browser.js("byID('download').click()")
    carla = read(browser.saved("response-carla.json"))
    assert len(carla["answers"]) == 36
    browser.close()

    office = world.office
    for name in ("ana-maria", "ben", "carla"):
        shutil.copy(browser.downloads / f"response-{name}.json", office.folder / f"waves/2026/responses/{name}.json")
    out = office.run("check", office.folder)
    assert "0 errors, 0 warnings" in out, out
    assert "3 people answered" in office.run("assess", office.folder)
    world.requests(browser, page)


@check
def a_project_is_answered_and_stands_somewhere(world):
    office, browser = world.office, fresh(world, "project")
    folder = office.folder / "projects/coding"
    folder.mkdir(parents=True)
    (folder / "project.json").write_text(json.dumps({
        "formatVersion": 1, "title": "Coding of occupations",
        "purpose": "Code the occupations of the labour force survey by a classifier."}), encoding="utf-8")
    page = office.form("ml-project", name="project")
    browser.open(page)
    browser.write("who:project", "coding")
    browser.write("who:name", "lead")
    browser.js("byID('who:role:lead').click()")
    items = browser.js("return data.items.map(item => [item.id, item.options.map(option => option.id)])")
    assert len(items) == 119
    for place, (item, options) in enumerate(items):
        browser.choose(item, options[-1 - place % 2])
    first = items[0][0]
    browser.go(f"item:{first}")
    browser.write(f"evidence:{first}", "Minute of the board")
    browser.js("byID(arguments[0]).value = 'documented'; byID(arguments[1]).value = '2026-03-02'; byID(arguments[2]).value = 'lead'; byID(arguments[0]).dispatchEvent(new Event('input', {bubbles: true}))",
               f"kind:{first}", f"day:{first}", f"owner:{first}")
    browser.kept()
    browser.go("review")
    browser.js("byID('download').click()")
    path = browser.saved("response-lead.json")
    lead = read(path)
    assert lead["project"] == "coding" and "wave" not in lead and len(lead["answers"]) == 119
    assert lead["answers"][first]["evidence"] == {
        "kind": "documented", "text": "Minute of the board", "date": "2026-03-02", "owner": "lead"}
    browser.js("byID('anew').click()")
    browser.load_file(path)
    assert same(browser.js("return responseOf(stateOf(readControls()))"), lead)
    browser.close()
    (folder / "responses").mkdir()
    shutil.copy(path, folder / "responses/lead.json")
    out = office.run("check", folder.parent.parent)
    assert "0 errors, 0 warnings" in out, out
    assert "Coding of occupations" in office.run("project", "coding", office.folder)
    world.requests(browser, page)
    world.project = page


# Languages

def figures(node):
    """All numbers of a report in their order, with the names that lead to them."""
    if isinstance(node, dict):
        return [(f"{name}.{path}", number) for name, part in node.items() for path, number in figures(part)]
    if isinstance(node, list):
        return [found for part in node for found in figures(part)]
    return [("", node)] if isinstance(node, (int, float)) and not isinstance(node, bool) else []


@check
def in_french_it_is_answered_as_in_english(world):
    """The French page has no word of English, and the same answers given on either page make the same figures."""
    browser, ids = fresh(world, "french"), world.ids
    pages = {"fr": world.office.form("ml-maturity", "--language", "fr", name="french"), "en": world.organisation}
    saved, made = {}, {}
    for language, page in pages.items():
        words = json.loads((pathlib.Path(__file__).parent.parent / f"templates/strings/{language}.json").read_text(encoding="utf-8"))["text"]
        browser.open(page)
        assert browser.js("return [...new Set([...document.querySelectorAll('[lang]')].map(e => e.lang))]") == [language]
        said = browser.js("return Object.fromEntries([...document.querySelectorAll('.facts div')].map(e => [...e.children].map(c => c.textContent)))")
        assert said[words["form"]["start"]["language"]] == {"fr": "français", "en": "English"}[language], said
        browser.js("document.querySelector('#start .main').click()")
        assert browser.js("return byID('problems').querySelector('h2').textContent") == words["form"]["problem"]
        assert browser.js("return byID('problems').querySelector('a').textContent") == words["formScript"]["error"]["noName"]
        browser.write("who:name", "chloe")
        browser.js("byID('who:role:methodology').click(); document.querySelector('#start .main').click()")
        browser.wait("return location.hash === '#section:organisation'")
        for place, item in enumerate(ids):
            browser.choose(item, ["3", "1", "2", "4", "0", "@dontKnow", "@notApplicable"][place % 7])
        for item in ids[6::7]:
            browser.write(f"reason:{item}", "Aucun cas à ce jour.")
        browser.write(f"evidence:{ids[0]}", "Décision du 12 mars ; « charte »")
        browser.js("document.querySelector('.page:not([hidden]) [data-to]').click()")
        browser.go("review")
        assert browser.js("return document.querySelector('#review h1').textContent") == words["form"]["review"]["heading"]
        # What the page may say later stands in its data.
        later = "\n".join(browser.js("return Object.values(data.words)"))
        if language == "fr":
            wrong = check_pages.not_in("fr", f"{browser.run(check_pages.SPOKEN)[1]}\n{later}")
            assert not wrong, wrong[:5]
        browser.js("byID('download').click()")
        path = browser.saved("response-chloe.json")
        saved[language] = read(path)
        office = Office(world.office.program, world.folder / f"office-{language}", collection="self")
        shutil.move(path, office.folder / "waves/2026/responses/chloe.json")
        out = office.run("check", office.folder)
        assert "0 errors, 0 warnings" in out, out
        office.run("assess", office.folder, "--language", language, "--format", "json", "--output", office.folder / "out")
        made[language] = figures(read(office.folder / "out/ml-maturity.json"))
        browser.js("byID('anew').click()")
        browser.kept()
    browser.close()
    for language, response in saved.items():
        assert response["language"] == language, response["language"]
    assert {**saved["fr"], "language": "en"} == saved["en"] and len(saved["en"]["answers"]) == 37
    assert len(made["en"]) > 500 and made["fr"] == made["en"], "the figures are not the same"
    world.requests(browser, *pages.values())
    world.french = pages["fr"]
    world.french_project = world.office.form("ml-project", "--language", "fr", name="french-project")


# Files

@check
def a_saved_file_gives_the_same_answers(world):
    browser, ids = fresh(world, "files"), world.ids
    browser.open(world.organisation)
    browser.write("who:name", "ana-maria")
    browser.js("byID('who:role:it').click()")
    for place, item in enumerate(ids):
        browser.choose(item, ["0", "1", "2", "3", "4", "@dontKnow", "@notApplicable"][place % 7])
    for item in ids[6::7]:
        browser.write(f"reason:{item}", "Not done \"here\".")
    browser.write(f"evidence:{ids[0]}", "A <b>charter</b>")
    browser.write(f"comment:{ids[5]}", "Twice.\nOr more.")
    browser.js("byID('copy').click()")
    path = browser.saved("response-ana-maria.json")
    ana = read(path)
    path.unlink()
    assert len(ana["answers"]) == 37
    browser.js("byID('anew').click()")
    (world.folder / "ana.json").write_text(json.dumps(ana), encoding="utf-8")
    lines = browser.load_file(world.folder / "ana.json")
    assert lines[0].startswith("37 answers were taken over") and len(lines) == 1, lines
    assert same(browser.js("return responseOf(stateOf(readControls()))"), ana)
    browser.js("byID('copy').click()")
    assert same(read(browser.saved("response-ana-maria.json")), ana)

    def variant(change):
        file = json.loads(json.dumps(ana))
        change(file)
        path = world.folder / "variant.json"
        path.write_text(json.dumps(file), encoding="utf-8")
        return browser.load_file(path)

    def text(lines):
        return "\n".join(lines)

    # Edited by hand: what is wrong is named, the rest is taken over.
    def edit(file):
        file["answers"][ids[0]] = {"option": "9", "comment": "stays"}
        file["answers"][ids[1]] = 3
        file["answers"]["constructor"] = "2"
        file["answers"][ids[2]] = None
        file["answers"][ids[3]] = {"option": "1", "evidence": {"kind": "heard", "text": "<img src=x onerror=alert(1)>", "date": "2026-13-01"}}
        file["remark"] = "<script>alert(1)</script>"
        file["role"] = "<b>king</b>"
    lines = text(variant(edit))
    for part in (f"{ids[0]}, ", f"{ids[1]}, ", "constructor: ", f"{ids[3]}, ", "\"heard\"", "\"2026-13-01\"", "remark: ", "<b>king</b>"):
        assert part in lines, f"{part} is missing in {lines}"
    assert f"{ids[2]}, " not in lines
    assert lines.startswith("34 answers were taken over"), lines
    assert not browser.js("return document.querySelector('main img, main b b, #notices b, #notices script')"), "text became markup"
    assert browser.js("return byID(arguments[0]).value", f"comment:{ids[0]}") == "stays"
    assert browser.js("return byID(arguments[0]).value", f"evidence:{ids[3]}") == "<img src=x onerror=alert(1)>"
    browser.notice("Take this back")
    assert same(browser.js("return responseOf(stateOf(readControls()))"), ana)

    lines = text(variant(lambda file: file.update(questionnaireVersion="0.1.0")))
    assert "version 0.1.0" in lines and "37 answers" in lines, lines
    lines = text(variant(lambda file: file.update(wave="2025")))
    assert "wave 2025" in lines and "37 answers" in lines, lines
    assert browser.js("return responseOf(stateOf(readControls())).wave") == "2026"
    lines = text(variant(lambda file: file.update(questionnaire="mlops-practice")))
    assert lines.startswith("Nothing was taken over") and "mlops-practice" in lines, lines
    lines = text(variant(lambda file: (file["answers"].clear(), file.update(notApplicable={"culture": "We have none.", "nowhere": "x"}))))
    assert "7 answers" in lines and "nowhere" in lines, lines
    for broken in ("", "{", "[]", "null", "{\"answers\": []}", "\"text\""):
        path = world.folder / "variant.json"
        path.write_text(broken, encoding="utf-8")
        assert text(browser.load_file(path)).startswith("Nothing was taken over"), broken
    assert browser.js("return Object.keys(readControls()).length") > 7, "a refused file changed the page"
    browser.close()
    world.requests(browser, world.organisation)


@check
def two_tabs_do_not_overwrite_each_other(world):
    browser, ids = fresh(world, "tabs"), world.ids
    driver = browser.driver
    browser.open(world.organisation)
    browser.choose(ids[0], "1")
    browser.kept()
    first = driver.current_window_handle
    driver.switch_to.new_window("tab")
    second = driver.current_window_handle
    browser.open(world.organisation)
    browser.choose(ids[1], "2")
    browser.kept()
    # Going back to the first tab shows what was answered in the second.
    driver.switch_to.window(first)
    browser.js("dispatchEvent(new Event('focus'))")
    browser.wait("return byID('notices').textContent.includes('another tab')")
    assert browser.js("return readControls()[arguments[0]]", f"answer:{ids[1]}") == "2"
    # Both change at once: the later one is asked.
    browser.choose(ids[2], "3")
    browser.kept()
    driver.switch_to.window(second)
    browser.js("dispatchEvent = () => true")
    browser.choose(ids[3], "4")
    browser.wait("return byID('notices').textContent.includes('Which are right')")
    browser.notice("Keep those of this tab")
    browser.kept()
    browser.open(world.organisation)
    values = browser.js("return readControls()")
    assert values.get(f"answer:{ids[3]}") == "4" and f"answer:{ids[2]}" not in values, values
    browser.close()


@check
def a_corrected_questionnaire_keeps_answers(world):
    """Whoever opens a page with another definition is offered what was answered on the one before."""
    browser, ids = fresh(world, "corrected"), world.ids
    browser.open(world.organisation)
    browser.write("who:name", "dora")
    for item in ids[:5]:
        browser.choose(item, "2")
    browser.kept()
    text = world.organisation.read_text(encoding="utf-8")
    key = re.search(r'"key": "([^"]+)"', text).group(1)
    other = key.split("/")
    other[1] = "0" * 16
    text = text.replace(key, "/".join(other)).replace(f"answer:{ids[0]}", f"answer:{ids[0]}.new").replace(f'"id": "{ids[0]}"', f'"id": "{ids[0]}.new"')
    for part in ("item", "error", "reason", "evidence", "kind", "day", "owner", "comment"):
        text = text.replace(f'"{part}:{ids[0]}"', f'"{part}:{ids[0]}.new"')
    page = world.folder / "corrected.html"
    page.write_text(text.replace(f'"{ids[0]}"', f'"{ids[0]}.new"'), encoding="utf-8")
    browser.open(page)
    assert browser.js("return readControls()") == {}
    browser.wait("return byID('notices').textContent.includes('earlier page')")
    browser.notice("Take them over")
    browser.kept()
    assert browser.js("return readControls()") == {"who:name": "dora", **{f"answer:{item}": "2" for item in ids[1:5]}}
    assert f"answer:{ids[0]}: 2" in browser.js("return byID('notices').textContent")
    # What was kept for the first page is still there.
    browser.open(world.organisation)
    assert len(browser.js("return readControls()")) == 6
    browser.close()


@check
def a_browser_that_keeps_nothing_says_so(world):
    browser = fresh(world, "blocked")
    # Until the storage has answered, however slowly, nothing can be typed.
    slow = browser.cdp("Page.addScriptToEvaluateOnNewDocument", source="""
        IDBFactory.prototype.open = new Proxy(IDBFactory.prototype.open, {apply(open, factory, words) {
          const request = open.apply(factory, words);
          Object.defineProperty(request, 'onsuccess', {set(then) { setTimeout(then, 700); }});
          return request;
        }});""")["identifier"]
    browser.driver.get(world.organisation.resolve().as_uri())
    assert browser.js("return form.inert && !document.documentElement.dataset.ready"), "the form can be filled before storage answered"
    browser.wait("return document.documentElement.dataset.ready === 'kept' && !form.inert")
    browser.cdp("Page.removeScriptToEvaluateOnNewDocument", identifier=slow)
    block = "Object.defineProperty(window, 'indexedDB', {get() { throw new Error('blocked'); }});"
    script = browser.cdp("Page.addScriptToEvaluateOnNewDocument", source=block)["identifier"]
    browser.open(world.organisation)
    browser.choose(world.ids[0], "1")
    browser.open(world.organisation)
    assert browser.js("return readControls()[arguments[0]]", f"answer:{world.ids[0]}") == "1", "localStorage did not stand in"
    browser.cdp("Page.removeScriptToEvaluateOnNewDocument", identifier=script)
    browser.cdp("Page.addScriptToEvaluateOnNewDocument", source=block + block.replace("indexedDB", "localStorage"))
    browser.open(world.organisation)
    assert "keeps nothing" in browser.js("return byID('kept').textContent")
    assert not browser.js("return form.inert")
    browser.choose(world.ids[0], "1")
    browser.js("byID('copy').click()")
    assert read(browser.saved("response-draft.json"))["answers"] == {world.ids[0]: "1"}
    browser.js("onbeforeunload = null")
    browser.close()


# What is asked

CONDITIONAL = {
    "formatVersion": 1, "id": "tools", "version": "1.0.0", "language": "en", "title": "Tools", "description": "Which tools are used.",
    "dimensions": [{"id": "work", "title": "Work"}, {"id": "later", "title": "Later", "visibleWhen": {"not": {"item": "Q1", "option": "no"}}}],
    "scales": [{"id": "degree", "title": "Degree", "options": [
        {"id": "0", "label": "None", "value": 0}, {"id": "1", "label": "Some", "value": 0.5}, {"id": "2", "label": "All", "value": 1}]}],
    "pool": {"value": "mean"},
    "items": [
        {"id": "Q1", "dimension": "work", "direction": "none", "label": "Trial", "prompt": "A trial?", "answer": {"type": "yesNo"}},
        {"id": "Q2", "dimension": "work", "direction": "none", "label": "Languages", "prompt": "Which?", "answer": {"type": "multipleChoice", "combine": "sum", "atMost": 1},
         "scale": {"title": "Languages", "options": [{"id": "r", "value": 1}, {"id": "python", "value": 1, "visibleWhen": {"item": "Q1", "option": "yes"}},
                                                     {"id": "sas", "value": -1}]}},
        {"id": "Q3", "dimension": "work", "direction": "none", "label": "Days", "prompt": "How many?", "visibleWhen": {"any": [{"item": "Q1", "option": "yes"}, {"item": "Q2", "includes": "sas"}]},
         "answer": {"type": "number", "unit": "days", "from": 0, "upTo": 100, "points": [{"at": 10, "value": 1}, {"at": 20, "value": 0.2}, {"at": 50, "value": 0}]}},
        {"id": "Q4", "dimension": "work", "direction": "none", "label": "Many days", "prompt": "Why?", "visibleWhen": {"item": "Q3", "value": {"below": 0.6}}, "answer": {"type": "text"}},
        {"id": "Q5", "dimension": "work", "direction": "none", "label": "Few days", "prompt": "Which?", "visibleWhen": {"item": "Q3", "number": {"atMost": 12, "above": 2}}, "scale": "degree"},
        {"id": "Q6", "dimension": "later", "direction": "none", "label": "Score", "prompt": "Two?", "visibleWhen": {"item": "Q2", "value": {"equals": 1}}, "scale": "degree"},
        {"id": "Q7", "dimension": "later", "direction": "none", "label": "Doubt", "prompt": "Doubt?", "visibleWhen": {"any": [{"item": "Q5", "state": "notShown"}, {"item": "Q6", "state": "dontKnow"}, {"not": {"item": "Q6", "value": {"equals": 1}}}]}, "scale": "degree"},
        {"id": "Q8", "dimension": "later", "direction": "none", "label": "Tools", "prompt": "Which of these?", "answer": {"type": "multipleChoice", "combine": "count"},
         "scale": {"title": "Tools", "options": [{"id": "none", "label": "None", "value": 0, "exclusive": True}, {"id": "git", "value": 1}, {"id": "ci", "value": 2}]}},
        {"id": "Q9", "dimension": "later", "direction": "none", "label": "Last", "prompt": "And?", "visibleWhen": {"all": [{"item": "Q8", "option": "git"}, {"not": {"item": "Q4", "state": "unanswered"}}]}, "scale": "degree", "canBeNotApplicable": False},
    ],
    "metrics": [{"define": [{"id": "score", "title": "Score", "aggregate": "mean", "of": {"items": {"direction": "none"}}}]}],
}


@check
def the_page_asks_what_the_engine_asks(world):
    """On random answers, an item is hidden if and only if `waymark check` says that it is not asked."""
    browser = fresh(world, "conditions")
    folder = world.office.folder / "questionnaires/tools"
    folder.mkdir(parents=True)
    (folder / "questionnaire.json").write_text(json.dumps(CONDITIONAL), encoding="utf-8")
    page = world.office.form("tools", name="tools")
    browser.open(page)
    numbers = random.Random(7)
    items = browser.js("return data.items")
    responses = world.office.folder / "waves/2026/tools/responses"
    responses.mkdir(parents=True)
    shown, dropped, names = {}, {}, []
    for turn in range(150):
        answers = {}
        for item in items:
            options = [option["id"] for option in item["options"]]
            roll = numbers.random()
            if roll < 0.12:
                continue
            if roll < 0.24:
                answers[item["id"]] = {"state": "dontKnow"}
            elif roll < 0.34 and item["canBeNotApplicable"]:
                answers[item["id"]] = {"state": "notApplicable", "reason": "So."}
            elif item["kind"] == "one":
                answers[item["id"]] = numbers.choice(options)
            elif item["kind"] == "several":
                alone = [option["id"] for option in item["options"] if option.get("alone")]
                chosen = [option for option in options if option not in alone and numbers.random() < 0.5]
                answers[item["id"]] = chosen or alone
            elif item["kind"] == "number":
                answers[item["id"]] = numbers.choice([0, 2, 2.5, 12, 14.99, 15, 16, 60])
            else:
                answers[item["id"]] = "Words."
        name = f"r{turn}"
        response = {"formatVersion": 1, "questionnaire": "tools", "questionnaireVersion": "1.0.0", "wave": "2026",
                    "respondent": name, "answers": answers}
        (responses / f"{name}.json").write_text(json.dumps(response), encoding="utf-8")
        names.append(name)
        shown[name], out, whole = browser.js(
            "const read = readResponse(arguments[0]); fillControls(read.values); const state = update();"
            "return [data.items.filter(item => !byID(`item:${item.id}`).hidden).map(item => item.id),"
            "  responseOf(state).answers, read.problems]", json.dumps(response))
        assert whole == [], whole
        # What the engine leaves out is not in the file either.
        dropped[name] = out
    report = world.office.run("check", world.office.folder, code=None)
    warned = {name: {} for name in names}
    for name, item, text in re.findall(r"/(r\d+)\.json:[^\n]*?\$\.answers\.(\w+)[^\n]*?: ([^\n]*)", report):
        warned[name][item] = text
    assert sum(map(len, warned.values())) > 150, "the engine warns of too little to compare"
    for name in names:
        answers = read(responses / f"{name}.json")["answers"]
        hidden = {item["id"] for item in items} - set(shown[name])
        expected = {item for item, text in warned[name].items() if "option" not in text}
        assert hidden & set(answers) == expected, (name, answers, hidden, warned[name])
        assert set(dropped[name]) <= set(shown[name])
        for item, text in warned[name].items():
            if "option" in text:
                assert dropped[name].get(item) != answers[item], (name, item, answers)
    # And what the page saves draws no warning.
    for name in names:
        file = read(responses / f"{name}.json")
        file["answers"] = dropped[name]
        (responses / f"{name}.json").write_text(json.dumps(file), encoding="utf-8")
    out = world.office.run("check", world.office.folder)
    assert "0 errors" in out and "tools/responses" not in out, [line for line in out.splitlines() if "responses" in line][:3]
    shutil.rmtree(responses.parent)

    # Typed by hand: numbers, choices that exclude others, and what becomes hidden keeps what was typed.
    browser.js("byID('anew').click()")
    browser.js("byID('who:name').value = 'ada'")
    browser.choose("Q1", "yes")
    browser.go("item:Q3")
    for typed, error in (("many", "digits"), ("1,234", "digits"), ("-1", "at least 0"), ("101", "at most 100")):
        browser.write("answer:Q3", typed)
        browser.js("document.querySelector('[data-from=\"section:work\"]').click()")
        assert error in browser.js("return byID('error:Q3').textContent"), typed
        assert browser.js("return document.activeElement.id") == "problems"
        assert browser.js("return byID('answer:Q3').getAttribute('aria-invalid')") is not None
    browser.write("answer:Q3", " 15.5 ")
    assert browser.js("return byID('error:Q3').hidden")
    browser.js("byID('answer:Q3:@dontKnow').click()")
    assert browser.js("return responseOf(stateOf(readControls())).answers.Q3.state") == "dontKnow"
    browser.write("answer:Q3", "16")
    assert browser.js("return responseOf(stateOf(readControls())).answers.Q3") == 16
    browser.go("item:Q4")
    browser.write("answer:Q4", "Because.")
    browser.choose("Q1", "no")
    assert browser.js("return byID('item:Q4').hidden && !('Q4' in responseOf(stateOf(readControls())).answers)")
    browser.choose("Q1", "yes")
    assert browser.js("return responseOf(stateOf(readControls())).answers.Q4") == "Because."
    for chosen, expected in (("git", ["git"]), ("ci", ["git", "ci"]), ("none", ["none"]), ("git", ["git"])):
        browser.choose("Q8", chosen)
        assert browser.js("return responseOf(stateOf(readControls())).answers.Q8") == expected, chosen
    browser.choose("Q2", "@none")
    assert browser.js("return responseOf(stateOf(readControls())).answers.Q2") == []
    browser.js("document.querySelector('[data-clear=\"Q2\"]').click()")
    assert browser.js("return !('Q2' in responseOf(stateOf(readControls())).answers) && document.activeElement.name === 'answer:Q2'")
    browser.close()
    world.requests(browser, page)
    world.conditional = page


# The pages themselves

class State(check_pages.Page):
    """A page of a form, brought into a state before each look."""

    def __init__(self, browser, path, options, state):
        super().__init__(browser, path, options)
        self.state = state

    def load(self, width=1280, scheme="light", opened=False, anew=False):
        """Shows the page in its state; one that is there as it was brought into it, at this width, is not loaded again."""
        self.browser.media(scheme)
        self.browser.width(width)
        wanted = (self.path, self.state, width)
        if anew or self.browser.shown not in ((*wanted, False), (*wanted, opened)):
            self.browser.shown = None
            self.browser.open(self.path)
            self.browser.js(self.state)
            self.browser.wait("return !location.hash || byID(location.hash.slice(1))?.closest('.page').hidden === false")
        if opened:
            self.browser.js("document.querySelectorAll('main details').forEach(d => { d.open = true })")
        self.browser.shown = (*wanted, opened)


STATES = {
    "start": "byID('anew').click(); document.querySelector('#start .main').click()",
    "section": "byID('notices').replaceChildren(); choose = (i, v) => byID(`answer:${data.items[i].id}:${v}`)?.click(); choose(0, '@notApplicable'); choose(1, '@dontKnow');"
               "go(`section:${data.sections[0]}`); document.querySelector('.page:not([hidden]) [data-to]')?.click()",
    "review": "byID('notices').replaceChildren(); go('review'); byID('download').click()",
}
LOOKS = ("axe", "requests", "sideways scroll", "broken words", "targets", "language", "text contrast", "small text", "console")
# What depends on the words, and so is seen on every page.
LOOKS_AT_WORDS = ("axe", "sideways scroll", "broken words", "targets", "language")


@check
def each_page_can_be_used_by_everybody(world):
    axe = check_pages.package_file("axe_playwright_python", "axe.min.js")
    browser = fresh(world, "looks")
    wrong = []
    for name, page in world.pages():
        for state, script in STATES.items():
            # Of every page one section; of the organisation's, start and review as well, in both languages.
            if name not in ("organisation", "french") and state != "section":
                continue
            options = argparse.Namespace(
                axe=axe.read_text(encoding="utf-8") if axe else None, brief=name != "organisation",
                letter=False, all=False, language="fr" if name.startswith("french") else None, quoted=[], titles={},
                limit_kb=900, limit_ms=2000)
            looked = State(browser, page, options, script)
            # What depends on the templates alone is seen on the first page.
            for look in LOOKS if name in ("organisation", "french") and state == "section" else LOOKS_AT_WORDS:
                try:
                    wrong += [f"{name}, {state}: {look}: {line}" for line in check_pages.CHECKS[look](looked)]
                except check_pages.Idle:
                    pass
                except check_pages.Skip as reason:
                    world.skipped.add(str(reason))
            wrong += [f"{name}, {state}: {note}" for note in looked.notes if "cannot tell" in note and "color-contrast" not in note]
        browser.media("light")
        browser.width(1280)
        browser.open(page)
        wrong += [f"{name}: {line}" for line in browser.js("""
            const out = [];
            for (const control of form.elements) {
              if (control.type === 'radio' || control.type === 'checkbox') {
                const box = control.closest('fieldset');
                if (!box || !box.querySelector(':scope > legend')?.textContent.trim()) out.push(`${control.id} has no legend`);
              }
              if (control.matches('input:not([type=hidden]), textarea, select') && !control.labels.length) out.push(`${control.id} has no label`);
            }
            if ([...document.querySelectorAll('h1')].filter(e => e.checkVisibility()).length !== 1) out.push('not one h1');
            const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
            if (new Set(ids).size !== ids.length) out.push('an id stands twice');
            for (const e of document.querySelectorAll('[aria-describedby], [aria-labelledby]'))
              for (const id of (e.getAttribute('aria-describedby') || e.getAttribute('aria-labelledby')).split(' '))
                if (!byID(id)) out.push(`${e.id} refers to ${id}, which is not there`);
            const policy = document.querySelector('meta[http-equiv]').content;
            if (!/^default-src 'none'; script-src 'sha256-[^ ]+'; style-src 'sha256-[^ ]+'; img-src data:; base-uri 'none'; form-action 'none'$/.test(policy)) out.push(`policy ${policy}`);
            return out;""")]
    browser.close()
    assert not wrong, "\n  ".join(["", *wrong])


@check
def pages_are_valid(world):
    for name, page in world.pages():
        if "project" in name:  # it has all the parts of the first, many times over
            continue
        options = argparse.Namespace(axe=None, brief=False, pages=[page for name, page in world.pages() if "project" not in name])
        looked = check_pages.Page(None, page, options)
        try:
            wrong = check_pages.CHECKS["valid HTML"](looked)
        except check_pages.Skip as reason:
            world.skipped.add(str(reason))
            return
        assert not wrong, "\n  ".join([name, *wrong[:8]])


@check
def printed_it_is_a_questionnaire_on_paper(world):
    browser = fresh(world, "paper")
    for script in (True, False):
        browser.cdp("Emulation.setScriptExecutionDisabled", value=not script)
        browser.driver.get(world.organisation.resolve().as_uri())
        if script:
            browser.wait("return document.documentElement.dataset.ready")
        else:
            time.sleep(0.3)
        data = browser.cdp("Page.printToPDF", paperWidth=8.268, paperHeight=11.693, generateTaggedPDF=True,
                           generateDocumentOutline=True)["data"]
        pdf = browser.folder / "form.pdf"
        pdf.write_bytes(base64.b64decode(data))
        if not shutil.which("pdftotext"):
            world.skipped.add("pdftotext (poppler-utils) is not installed")
            break
        text = subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, check=True).stdout.decode()
        flat = " ".join(text.split())
        for part in ("A short name for yourself", "Why does it not apply?", "What your answer rests on", "Date:"):
            assert part in flat, part
        for unwanted in ("Save a copy", "Clear this answer", "Continue", "Evidence and comment", "Save my answers"):
            assert unwanted not in flat, unwanted
        questions = world.office.run("questionnaire", "show", "ml-maturity")
        for label in re.findall(r"^#+ \S+[ :·.]+(.+)$", questions, re.M)[:5]:
            assert label in flat, label
        assert text.count("\f") <= 24, f"{text.count(chr(12))} pages"
    # Without script the page says what to do, and shows all questions.
    shown = browser.cdp("DOM.getDocument", depth=-1)
    assert "Scripts are switched off" in json.dumps(shown)
    browser.cdp("Emulation.setScriptExecutionDisabled", value=False)
    browser.close()


@check
def it_is_read_from_right_to_left(world):
    texts = json.loads((pathlib.Path(__file__).parent.parent / "templates/strings/en.json").read_text(encoding="utf-8"))
    texts.update(language="ar", direction="rtl", decimalSeparator="٫")
    folder = world.office.folder / "templates/strings"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "ar.json").write_text(json.dumps(texts), encoding="utf-8")
    page = world.office.form("ml-maturity", "--language", "ar", name="rtl")
    browser = fresh(world, "rtl")
    browser.width(1280)
    browser.open(page, "section:culture")
    assert browser.js("return document.documentElement.dir") == "rtl"
    assert browser.js("return byID('jump').getBoundingClientRect().left > byID('main').getBoundingClientRect().left"), "the sections are not at the start"
    assert browser.js("return document.querySelector('.page:not([hidden]) legend').lang") == "en"
    browser.width(320)
    assert browser.js("return document.documentElement.scrollWidth") <= 320
    assert browser.js("return ['٣٫٥', '2.5', '1.234', '-4', '1,5', '5.', ''].map(parseNumber)") == [3.5, 2.5, None, -4, None, None, None]
    browser.close()
    world.rtl = page


# The run

# What a check is there to notice: its name, the template that is spoilt, and how.
FAULTS = [
    ("three people", "storage", "if (isKept) answers.put(record, data.key);", ""),
    ("three people", "pages", "form.inert = false;", ""),
    ("keeps nothing", "script", "form.inert = true;", ""),
    ("three people", "answers", "completed: today()", "completed: '2020-01-01'"),
    ("three people", "answers", "const error = reason ?", "const error = true ?"),
    ("three people", "pages", 'byID("problems").focus();', ""),
    ("three people", "style", ":focus-visible { outline: 3px", ":focus-visible { outline: 0px"),
    ("a project", "answers", "...date && { date },", ""),
    ("saved file", "loading", "else left(say(\"load.noNote\"", "else if (false) left(say(\"load.noNote\""),
    ("saved file", "loading", "if (file.questionnaire !== data.questionnaire) {", "if (false) {"),
    ("saved file", "words", "element.append(...children);", "element.innerHTML = children.map(c => c.outerHTML ?? c).join('');"),
    ("saved file", "loading", "fill(former)", "0"),
    ("two tabs", "storage", "=== follows;\n      if", "!== -1;\n      if"),
    ("two tabs", "storage", 'for (const event of ["focus", "pageshow"])', "for (const event of [])"),
    ("corrected", "pages", "if (!isKept) offerEarlier();", ""),
    ("keeps nothing", "storage", 'say("notKept")', 'say("kept")'),
    ("engine", "conditions", "results.includes(true) ? true", "results.includes(null) ? null"),
    ("engine", "conditions", "value.atMost ?? Infinity", "Infinity"),
    ("engine", "conditions", 'cell.state === "notShown" && cell.settled', "false"),
    ("engine", "conditions", ".filter(id => offered.has(id))", ""),
    ("in french", "answers", "language: data.language", "language: 'en'"),
    ("in french", "item", '{{text.form.item.notApplicable}}', "This is not asked of us"),
    ("in french", "start", 'data-language="{{textTag}}"', ""),
    ("in french", "words", '${name}${say("colon")} ${text}', "${name}: ${text}"),
    ("right to left", "answers", "parts[3].length !== 3", "true"),
    ("engine", "pages", "other.checked = false", "0"),
    ("by everybody", "item", '<label for="comment:{{id}}">{{text.form.item.comment}}</label>', ""),
    ("by everybody", "style", "min-block-size: 24px; border: 1px", "font-size: 10px; line-height: 1; padding: 0; border: 1px"),
    ("by everybody", "style", "--edge: #66727c;", "--edge: #66727c; --muted: #999;"),
    ("by everybody", "style", "minmax(0, 1fr); align-items: start;", "40rem; align-items: start;"),
    ("by everybody", "style", "body { margin: 0; overflow-wrap: anywhere; }", "body { margin: 0; word-break: break-all; }"),
    ("right to left", "style", ".js .frame { display: grid;", ".js .frame { display: grid; direction: ltr;"),
    ("on paper", "style", ".page[hidden]:not(.live), ", ""),
    ("on paper", "style", "  select, .row {", "  select, .row, .reason label {"),
]


class World:
    def __init__(self, program, folder, fault=None):
        self.folder = folder
        self.office = Office(program, folder / "office")
        if fault:
            name, old, new = fault
            path = pathlib.Path(__file__).parent.parent / f"templates/html/form-{name}.mustache"
            text = path.read_text(encoding="utf-8")
            assert old in text, f"form-{name} has no {old}"
            (self.office.folder / "templates/html").mkdir(parents=True, exist_ok=True)
            (self.office.folder / f"templates/html/form-{name}.mustache").write_text(text.replace(old, new), encoding="utf-8")
        self.organisation = self.office.form("ml-maturity", name="organisation")
        page = self.organisation.read_text(encoding="utf-8")
        data = json.loads(re.search(r'id="data">(.*?)</script>', page, re.DOTALL).group(1))
        self.ids = [item["id"] for item in data["items"]]
        self.skipped = set()

    def pages(self):
        for name in ("organisation", "project", "conditional", "rtl", "french", "french_project"):
            if hasattr(self, name):
                yield name, getattr(self, name)

    def requests(self, browser, *pages):
        """The browser asked for these pages, and for nothing else."""
        own = {page.resolve().as_uri() for page in pages}
        strange = [r for r in browser.requests if r not in own | {"about:blank"}
                   and not r.startswith(("blob:", "data:image/", "chrome:"))]
        assert own <= set(browser.requests), "nothing was watched"
        assert not strange, strange[:5]


def run(program, wanted, fault=None):
    """Runs the checks whose names hold one of the words; returns what failed, by name."""
    failed = {}
    with tempfile.TemporaryDirectory(prefix="check-forms-", ignore_cleanup_errors=True) as folder:
        world = World(program, pathlib.Path(folder), fault)
        for name, function in CHECKS.items():
            if wanted and not any(word in name for word in wanted):
                continue
            start = time.monotonic()
            try:
                function(world)
                if not fault:
                    print(f"ok       {name} ({time.monotonic() - start:.1f} s)", flush=True)
            except Exception as problem:  # a check that breaks has failed
                line = traceback.extract_tb(problem.__traceback__)
                place = next((f.lineno for f in reversed(line) if f.filename == __file__), 0)
                failed[name] = f"line {place}: {type(problem).__name__}: {problem}"
                if not fault:
                    print(f"FAIL     {name}, {failed[name]}", flush=True)
            finally:
                for browser in Browser.running[:]:
                    browser.close()
        for reason in sorted(world.skipped if not fault else ()):
            print(f"skipped  {reason}")
    return failed


def self_test(program):
    """Each fault must fail its check."""
    missed = 0
    for word, name, old, new in FAULTS:
        failed = run(program, [word], (name, old, new))
        missed += not failed
        print(f"{'noticed ' if failed else 'MISSED  '} {word}: {name}: {old[:60]}: {next(iter(failed.values()), '').splitlines()[:1]}"[:250], flush=True)
    print(f"Self-test of forms: {len(FAULTS)} faults, {missed} missed.")
    return 1 if missed else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program", metavar="WAYMARK")
    parser.add_argument("--only", help="run checks whose names hold one of these words, comma between")
    parser.add_argument("--self-test", action="store_true", help="spoil the templates in every way a check must notice (minutes)")
    options = parser.parse_args()
    if not check_pages.find_chromium() or not shutil.which("chromedriver"):
        print("chromium or chromedriver is not installed", file=sys.stderr)
        return 3
    if options.self_test:
        return self_test(options.program)
    began = time.monotonic()
    failed = run(options.program, (options.only or "").split(",") if options.only else [])
    print(f"Forms: {len(failed)} failed in {time.monotonic() - began:.0f} s.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
