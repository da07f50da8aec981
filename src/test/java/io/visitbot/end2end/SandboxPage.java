package io.visitbot.end2end;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The sandbox's page as somebody in front of it uses it. */
final class SandboxPage implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final double PATIENCE_MS = 40_000;

    private final BrowserContext context;
    private final Page page;
    private final List<String> errors = new CopyOnWriteArrayList<>();

    SandboxPage(BrowserContext context, String home) {
        this.context = context;
        context.setDefaultTimeout(PATIENCE_MS);
        context.onPage(this::listen);
        this.page = context.newPage();
        page.navigate(home + "/sandbox");
    }

    private void listen(Page opened) {
        opened.onPageError(errors::add);
        opened.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(message.text());
            }
        });
    }

    Page page() {
        return page;
    }

    /** What the browser complained of, in any of its pages. */
    List<String> errors() {
        return List.copyOf(errors);
    }

    /** Chooses whose eyes to look through, and the space. */
    void enter(String person, String space) {
        page.getByTestId("person-" + person).click();
        page.getByTestId("space-" + space).click();
    }

    /** Types into the space's box and presses Enter; gives the thread that begins with it. */
    Locator type(String words) {
        Locator box = page.getByTestId("compose");
        box.fill("");
        box.pressSequentially(words);
        box.press("Enter");
        return page.getByTestId("thread").filter(new Locator.FilterOptions().setHas(page.locator(".root",
                new Page.LocatorOptions().setHasText(words.replaceFirst("^@visit ", ""))))).last();
    }

    Locator answers(Locator thread) {
        return thread.locator("[data-author=bot]");
    }

    /** The bot's answer in the thread that holds the words. */
    Locator answer(Locator thread, String words) {
        return answers(thread).filter(new Locator.FilterOptions().setHasText(words)).first();
    }

    Locator card(Locator thread, String words) {
        return thread.getByTestId("card").filter(new Locator.FilterOptions().setHasText(words));
    }

    void fill(Locator form, Map<String, String> fields) {
        fields.forEach((label, value) -> form.getByLabel(label, new Locator.GetByLabelOptions().setExact(false))
                .fill(value));
    }

    /** Presses a button in the drawer of trouble. */
    void trouble(String button) {
        Locator drawer = page.getByTestId("drawer-trouble");
        if (!"true".equals(drawer.getAttribute("aria-expanded"))) {
            drawer.click();
        }
        page.getByTestId("trouble-" + button).click();
    }

    /** Presses something that opens a page of its own. */
    Page opened(Runnable press) {
        return context.waitForPage(press);
    }

    Locator phone(String number) {
        return page.getByTestId("phone-" + number);
    }

    /** A pattern that a text has to hold somewhere. */
    static Pattern like(String regex) {
        return Pattern.compile(regex);
    }

    void screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    @Override
    public void close() {
        context.close();
    }
}
