#!/usr/bin/env python3
"""Walks the console in a real Chromium: wide and narrow, light and dark.

Fails when a page overflows sideways, an element is cut off, the browser's console shows an error, a request fails,
text has too little contrast, a field has no label, or a stop does not stop.

    python3 Tests/Browser/console.py --base http://127.0.0.1:7070 --link TOKEN --out /tmp/shots

Needs: chromium (Debian) and playwright (PyPI); no browser is downloaded.
"""

import argparse
import os
import shutil
import sys
import urllib.parse

from playwright.sync_api import sync_playwright

PASSPHRASE = "four plain words together"
SIZES = {"wide": (1280, 900), "narrow": (390, 844)}

# Elements that reach past the window and are not inside a box that scrolls, and text that is clipped without notice.
CUT_OFF = """() => {
  const width = document.documentElement.clientWidth;
  const scrolls = (e) => { for (let p = e; p; p = p.parentElement) {
    const o = getComputedStyle(p).overflowX; if (o === 'auto' || o === 'scroll') return true;
    if (p.classList.contains('sr')) return true; } return false; };
  const found = [];
  for (const e of document.body.querySelectorAll('*')) {
    if (e.closest('svg') || e.closest('.sr') || e.closest('.skip') || e.closest('thead')) continue;
    const box = e.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) continue;
    if ((box.right > width + 1 || box.left < -1) && !scrolls(e)) found.push(e.tagName + '.' + e.className);
  }
  return found.slice(0, 5);
}"""

# WCAG contrast of each piece of text against the nearest opaque background above it.
CONTRAST = """() => {
  const parse = (c) => { const m = c.match(/[\\d.]+/g).map(Number); return { r: m[0], g: m[1], b: m[2], a: m[3] ?? 1 }; };
  const lum = ({ r, g, b }) => { const f = (v) => { v /= 255; return v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; };
    return .2126 * f(r) + .7152 * f(g) + .0722 * f(b); };
  const over = (top, under) => ({ r: top.r * top.a + under.r * (1 - top.a), g: top.g * top.a + under.g * (1 - top.a),
    b: top.b * top.a + under.b * (1 - top.a), a: 1 });
  const ground = (e) => { const layers = [];
    for (let p = e; p; p = p.parentElement) { const c = parse(getComputedStyle(p).backgroundColor); if (c.a > 0) layers.push(c); if (c.a === 1) break; }
    return layers.reduceRight((under, top) => over(top, under), { r: 255, g: 255, b: 255, a: 1 }); };
  const found = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const e = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || e.closest('svg') || e.closest('script') || e.closest('.sr') || e.closest('.skip') || e.closest('datalist') || e.closest('option')) continue;
    if (!e.getClientRects().length || e.closest(':disabled')) continue;
    const style = getComputedStyle(e);
    const a = lum(parse(style.color)), b = lum(ground(e));
    const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    const large = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && style.fontWeight >= 700);
    if (ratio < (large ? 3 : 4.5)) found.push(`${ratio.toFixed(2)} ${e.tagName}.${e.className} "${walk.currentNode.data.trim().slice(0, 30)}"`);
  }
  return [...new Set(found)].slice(0, 8);
}"""

# A column so narrow that its text runs down the page letter by letter.
SQUEEZED = """() => [...document.querySelectorAll('main *')].filter((e) => {
  if (e.closest('svg') || e.closest('.sr') || e.closest('thead') || !e.innerText?.trim()) return false;
  const box = e.getBoundingClientRect(), text = e.innerText.trim();
  return box.width > 0 && text.length > 8 && box.width < 40 && box.height > 60;
}).map((e) => `${e.tagName}.${e.className} "${e.innerText.trim().slice(0, 20)}"`).slice(0, 5)"""

UNLABELLED = """() => [...document.querySelectorAll('input:not([type=hidden]):not([hidden]), select, textarea')]
  .filter((e) => !e.labels?.length && !e.getAttribute('aria-label') && !e.getAttribute('aria-hidden'))
  .map((e) => e.name).slice(0, 5)"""

# Text that its own box clips, without a way to scroll to it.
CLIPPED = """() => [...document.querySelectorAll('main *, .side *')].filter((e) => {
  if (e.closest('svg') || e.closest('.sr') || e.closest('thead') || ['INPUT', 'SELECT', 'TEXTAREA'].includes(e.tagName)) return false;
  const style = getComputedStyle(e);
  return style.overflowX === 'hidden' && e.innerText?.trim() && e.scrollWidth > e.clientWidth + 1;
}).map((e) => `${e.tagName}.${e.className} "${e.innerText.trim().slice(0, 20)}"`).slice(0, 5)"""

# The element that has the keyboard's focus, when nothing shows that it has.
UNMARKED_FOCUS = """() => { const e = document.activeElement; if (!e || e === document.body) return null;
  const style = getComputedStyle(e);
  return style.outlineStyle !== 'none' || style.boxShadow !== 'none' ? null : `${e.tagName} "${(e.innerText || e.name || '').slice(0, 30)}"`; }"""

DUPLICATE_IDS = """() => { const seen = new Set(); return [...document.querySelectorAll('[id]')].map((e) => e.id)
  .filter((id) => seen.has(id) || !seen.add(id)).slice(0, 5); }"""


class Walk:
    def __init__(self, base, out):
        self.base, self.out, self.problems, self.pages = base, out, [], 0

    def complain(self, where, what):
        self.problems.append(f"{where}: {what}")

    def watch(self, page, where):
        page.on("console", lambda m: m.type == "error" and self.complain(where, f"console: {m.text}"))
        page.on("pageerror", lambda e: self.complain(where, f"script: {e}"))
        page.on("requestfailed", lambda r: self.complain(where, f"request failed: {r.url}"))

    def check(self, page, name, where):
        self.pages += 1
        width = page.evaluate("() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]")
        if width[0] > width[1]:
            self.complain(where, f"overflows sideways: {width[0]} > {width[1]}")
        for kind, script in (("cut off", CUT_OFF), ("squeezed", SQUEEZED), ("contrast", CONTRAST), ("no label", UNLABELLED), ("id twice", DUPLICATE_IDS),
                             ("clipped", CLIPPED)):
            for each in page.evaluate(script):
                self.complain(where, f"{kind}: {each}")
        page.screenshot(path=os.path.join(self.out, f"{name}.png"), full_page=True)

    def visit(self, page, path, name, where):
        answer = page.goto(self.base + path)
        if answer is None or answer.status >= 400:
            self.complain(where, f"{path} answered {answer.status if answer else 'nothing'}")
        headers = answer.headers if answer else {}
        if "unsafe" in headers.get("content-security-policy", "unsafe") or headers.get("x-frame-options") != "DENY":
            self.complain(where, f"{path} lacks its security headers")
        self.check(page, name, where)

    def tab_through(self, page, where, steps):
        """Goes from one element to the next with the keyboard; each has to show that it has the focus."""
        for _ in range(steps):
            page.keyboard.press("Tab")
            unmarked = page.evaluate(UNMARKED_FOCUS)
            if unmarked:
                self.complain(where, f"focus not visible: {unmarked}")


def sign_in(walk, page, arguments):
    if arguments.link:
        page.goto(f"{walk.base}/sign-in?link={urllib.parse.quote(arguments.link)}")
        walk.check(page, "wide-light-passphrase", "choose a passphrase")
        page.fill("#passphrase", PASSPHRASE)
        page.fill("#again", PASSPHRASE)
        page.click("button[type=submit]")
    else:
        page.goto(f"{walk.base}/sign-in")
        page.fill("#email", arguments.email)
        page.fill("#passphrase", arguments.passphrase or PASSPHRASE)
        page.click("button[type=submit]")
    page.wait_for_url(walk.base + "/")


def identity_paths(page, base):
    """The busiest identity (most findings) and the first one: two different pages."""
    page.goto(base + "/identities?state=active")
    active = page.eval_on_selector_all("td.name a", "all => all.map((a) => a.getAttribute('href'))")
    page.goto(base + "/identities")
    every = page.eval_on_selector_all("td.name a", "all => all.map((a) => a.getAttribute('href'))")
    return (active or every)[0], every[min(1, len(every) - 1)]


def try_stop(walk, page, path):
    where = "stop"
    page.goto(walk.base + path)
    if page.locator("a.danger").count() == 0:
        return walk.complain(where, "no stop button")
    page.focus("a.danger")
    page.keyboard.press("Enter")
    page.wait_for_url("**/stop")
    walk.check(page, "wide-light-stop", where)
    page.fill("#reason", "Drill of the browser test")
    page.click("button.danger")
    page.wait_for_url("**done=stopped*")
    took = page.locator(".notice .took").inner_text()
    if not took or page.locator("a.danger").count():
        walk.complain(where, "the page does not show it stopped")
    print(f"stopped in {took}")
    walk.check(page, "wide-light-stopped", where)
    page.fill("#why-resume", "Drill is over")
    page.click("#resume button")
    page.wait_for_url("**done=resumed*")


def as_person(walk, browser, admin, email):
    """A page signed in as somebody else, by a link that the administrator makes."""
    admin.goto(walk.base + "/people")
    admin.locator("tr", has_text=email).locator("form[action$='/link'] button").click()
    link = admin.locator(".once").inner_text()
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    walk.watch(page, email)
    page.goto(link)
    page.fill("#passphrase", PASSPHRASE)
    page.fill("#again", PASSPHRASE)
    page.click("button[type=submit]")
    page.wait_for_url(walk.base + "/")
    return page


def try_request(walk, browser, page, path):
    """The owner asks for a grant and sees what it needs; others approve it, narrower, and it is live."""
    where = "request"
    page.goto(walk.base + path)
    owner = page.input_value("#owner")
    asker = as_person(walk, browser, page, owner)
    asker.goto(walk.base + path)
    asker.locator("#permissions summary").click()
    asker.check("#permissions input[value=write]")
    asker.fill("#resource", "crm/walk")
    asker.fill("#reason", "The walk needs it")
    asker.locator("#permissions form[action$=grants] button").click()
    if "Nothing is sent yet" not in asker.inner_text("main"):
        return walk.complain(where, "no preview before it is sent")
    walk.check(asker, "wide-light-preview", where)
    asker.locator("main button.primary").click()
    asker.wait_for_url("**/requests/req_*")
    request = asker.url[len(walk.base):]
    if asker.locator("button[value=approved]").count():
        walk.complain(where, "whoever asked may decide")
    walk.check(asker, "wide-light-request", where)
    page.goto(walk.base + "/people")
    emails = page.eval_on_selector_all(
        "tbody tr", "rows => rows.filter((r) => /security|approver/.test(r.innerText)).map((r) => r.querySelector('.under').innerText)")
    deciders = [page] + [email for email in emails if email != owner]
    for decider in deciders:
        other = decider if decider is page else as_person(walk, browser, page, decider)
        other.goto(walk.base + request)
        if other.locator("button[value=approved]").count():
            walk.check(other, "wide-light-decide", where)
            other.fill("#resource-0", "crm/walk/contacts")
            other.fill("#reason", "Only contacts")
            other.click("button[value=approved]")
            other.wait_for_url("**" + request)
        decided = other.locator(".head .badge", has_text="open").count() == 0
        if other is not page:
            other.context.close()
        if decided:
            break
    page.goto(walk.base + path)
    if "crm/walk/contacts" not in page.locator("#permissions tbody").inner_text():
        walk.complain(where, "what was approved is not live")
    walk.check(page, "wide-light-granted", where)
    asker.context.close()


def try_exception(walk, page):
    """Asks to have a finding accepted for a time."""
    page.goto(walk.base + "/findings")
    page.locator("a[href^='/exceptions/new']").first.evaluate("a => a.click()")
    page.wait_for_url("**/exceptions/new*")
    walk.check(page, "wide-light-exception-form", "exception")
    page.fill("#reason", "The walk accepts it")
    page.fill("#separateEnvironments", "production")
    page.locator("main form.card button.primary").click()
    page.wait_for_url("**/exceptions/exc_*")
    walk.check(page, "wide-light-exception-new", "exception")
    return page.url[len(walk.base):].split("?")[0]


def try_bad_form(walk, page, path):
    page.goto(walk.base + path)
    page.locator("#permissions summary").click()
    page.fill("#resource", "not a resource/../x")
    page.locator("#permissions form[action$=grants] button").click()
    if page.locator("#resource[aria-invalid]").count() != 1 or page.input_value("#resource") != "not a resource/../x":
        walk.complain("form", "a refused form does not keep what was typed")
    walk.check(page, "wide-light-refused", "form")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--base", required=True)
    parser.add_argument("--link", help="one-time sign-in token")
    parser.add_argument("--email")
    parser.add_argument("--passphrase")
    parser.add_argument("--out", required=True, help="folder for the screenshots")
    parser.add_argument("--picture", help="also write the picture of the README here")
    arguments = parser.parse_args()
    os.makedirs(arguments.out, exist_ok=True)
    walk = Walk(arguments.base.rstrip("/"), arguments.out)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"])
        context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme="light")
        page = context.new_page()
        walk.watch(page, "sign-in")
        page.goto(walk.base + "/")
        walk.check(page, "wide-light-sign-in", "sign-in")
        sign_in(walk, page, arguments)
        state = context.storage_state()
        first, second = identity_paths(page, walk.base)
        exception = try_exception(walk, page)
        for size, (width, height) in SIZES.items():
            for scheme in ("light", "dark"):
                inside = browser.new_context(
                    viewport={"width": width, "height": height}, color_scheme=scheme, storage_state=state)
                tab = inside.new_page()
                where = f"{size} {scheme}"
                walk.watch(tab, where)
                for path, name in [("/", "overview"), ("/identities", "identities"), (first, "identity"),
                                   (second, "identity-2"), ("/findings", "findings"), ("/log", "log"),
                                   ("/sources", "sources"), ("/systems", "systems"), ("/people", "people"),
                                   ("/requests", "requests"), ("/reviews", "reviews"), ("/inbox", "inbox"),
                                   ("/vendors", "vendors"), ("/vendors?change=HubSpot", "vendor"),
                                   ("/exceptions", "exceptions"), (exception, "exception"),
                                   ("/break-glass", "break-glass"), ("/policies", "policies"),
                                   ("/notifications", "notifications"),
                                   ("/identities?q=nothing-has-this-name", "empty")]:
                    walk.visit(tab, path, f"{size}-{scheme}-{name}", f"{where} {path}")
                if size == "narrow":
                    tab.goto(walk.base + "/")
                    tab.click(".menu")
                    walk.check(tab, f"{size}-{scheme}-menu", f"{where} menu")
                    tab.click("#nav a[href='/vendors']")
                    tab.wait_for_url("**/vendors")
                for path in ("/", first, "/requests"):
                    tab.goto(walk.base + path)
                    walk.tab_through(tab, f"{where} {path}", 25)
                inside.close()
        try_bad_form(walk, page, first)
        try_request(walk, browser, page, first)
        try_stop(walk, page, first)
        without = browser.new_context(java_script_enabled=False, storage_state=state)
        plain = without.new_page()
        plain.goto(walk.base + "/identities")
        plain.fill("#q", "nothing-has-this-name")
        plain.click(".filters button")
        if "q=nothing" not in plain.url:
            walk.complain("no script", "the filter does not work without script")
        without.close()
        if arguments.picture:
            shot = browser.new_context(viewport={"width": 1280, "height": 860}, device_scale_factor=1.5, storage_state=state)
            tab = shot.new_page()
            tab.goto(walk.base + "/")
            tab.screenshot(path=arguments.picture)
        browser.close()
    # A refused form answers 422 on purpose, and the browser says so in its console.
    problems = sorted({p for p in walk.problems if "status of 422" not in p})
    print(f"{walk.pages} pages looked at, {len(problems)} problems")
    for problem in problems:
        print("  " + problem)
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
