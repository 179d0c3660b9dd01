using System.Text;
using System.Text.Json;
using CaseFlow.Engine.Execution.Elements;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Engine.Tests.Documents;

/// <summary>
/// <c>docs/bpmn-support.md</c> is what the registry of behaviours, the rules of the reader and the recorded conformance
/// figures say, never written by hand. With <c>CASEFLOW_WRITE_DOCS=1</c> the test writes it.
/// </summary>
internal sealed class SupportDocumentTests
{
    private static readonly (string Place, ElementModel Event)[] Places =
    [
        ("start of a process", Event(ElementKind.StartEvent, null)),
        ("start of an event sub-process", Event(ElementKind.StartEvent, ElementKind.EventSubProcess)),
        ("intermediate catch", Event(ElementKind.IntermediateCatchEvent, null)),
        ("boundary, interrupting", Event(ElementKind.BoundaryEvent, null)),
        ("boundary, not interrupting", Event(ElementKind.BoundaryEvent, null, isInterrupting: false)),
        ("intermediate throw", Event(ElementKind.IntermediateThrowEvent, null)),
        ("end", Event(ElementKind.EndEvent, ElementKind.Transaction)),
    ];

    [Test]
    public void The_document_says_what_the_engine_does()
    {
        var root = Root();
        var file = Path.Combine(root, "docs", "bpmn-support.md");
        var expected = Document(Path.Combine(root, "tests", "CaseFlow.Conformance", "recorded.json"));
        if (Environment.GetEnvironmentVariable("CASEFLOW_WRITE_DOCS") == "1")
            File.WriteAllText(file, expected);
        Assert.That(File.Exists(file) ? File.ReadAllText(file) : "", Is.EqualTo(expected), "Run the test with CASEFLOW_WRITE_DOCS=1.");
    }

    [Test]
    public void Every_kind_of_element_and_every_trigger_has_its_behaviour()
    {
        foreach (var kind in Enum.GetValues<ElementKind>())
            Assert.That(ElementBehaviors.Of(kind), Is.Not.Null, kind.ToString());
        foreach (var trigger in Enum.GetValues<EventTrigger>())
            Assert.That(ElementBehaviors.Of(trigger), Is.Not.Null, trigger.ToString());
        Assert.That(ElementKinds.Runs.Values.Append(ElementKind.EventSubProcess), Is.SupersetOf(Enum.GetValues<ElementKind>()));
    }

    private static string Document(string recorded)
    {
        var text = new StringBuilder();
        Line(text, "# BPMN 2.0: what is run, what is kept, what is refused");
        Line(text, "");
        Line(text, "Generated from the registry of element behaviours, the reader's rules and the recorded conformance figures (`SupportDocumentTests`).");
        Line(text, "");
        Line(text, "## Run");
        Line(text, "");
        Line(text, "| Element | Carried out by |");
        Line(text, "|---|---|");
        foreach (var (name, kind) in ElementKinds.Runs.OrderBy(r => r.Value))
            Line(text, $"| `{name}` | `{ElementBehaviors.Of(kind).GetType().Name}` |");
        Line(text, $"| `subProcess triggeredByEvent` | `{ElementBehaviors.Of(ElementKind.EventSubProcess).GetType().Name}` |");
        Line(text, $"| `multiInstanceLoopCharacteristics` | `{ElementBehaviors.MultiInstance.GetType().Name}` |");
        Line(text, $"| `standardLoopCharacteristics` | `{ElementBehaviors.StandardLoop.GetType().Name}` |");
        Line(text, "");
        Line(text, "## Events");
        Line(text, "");
        Line(text, "| Trigger | " + string.Join(" | ", Places.Select(p => p.Place)) + " |");
        Line(text, "|---|" + string.Concat(Places.Select(_ => "---|")));
        foreach (var trigger in Enum.GetValues<EventTrigger>().Where(t => t != EventTrigger.None))
            Line(text, $"| {trigger} | " + string.Join(" | ", Places.Select(p => EventRules.IsAllowed(p.Event, trigger) ? "yes" : "–")) + " |");
        Line(text, "");
        Line(text, "Several definitions on one event: any of them, or all of them with `parallelMultiple`.");
        Line(text, "");
        Line(text, "## Kept without meaning for the engine");
        Line(text, "");
        Line(text, string.Join(" · ", ElementKinds.Kept.Order(StringComparer.Ordinal).Select(n => $"`{n}`")) + " · collaborations, lanes (an element knows its lane's name), diagrams, the extensions of other tools");
        Line(text, "");
        Line(text, "## Refused, with element id and line");
        Line(text, "");
        Line(text, string.Join(" · ", ElementKinds.NotSupported.Order(StringComparer.Ordinal).Select(n => $"`{n}`")) + " · `activationCondition` of a complex gateway · `behavior` of multi-instance other than All · scripts and expressions that are not FEEL");
        Line(text, "");
        Line(text, "## Measured");
        Line(text, "");
        using var figures = JsonDocument.Parse(File.ReadAllText(recorded));
        foreach (var suite in figures.RootElement.EnumerateObject())
            Line(text, $"- {suite.Name}: " + string.Join(", ", suite.Value.EnumerateObject().Select(f => $"{f.Name} {f.Value}")));
        return text.ToString();
    }

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');

    private static ElementModel Event(ElementKind kind, ElementKind? parent, bool isInterrupting = true)
    {
        var process = new ProcessModel("p", null, "p.bpmn", 1, true);
        var around = parent is { } container ? new ElementModel(0, "scope", container, 1, process, null) : null;
        return new ElementModel(1, "event", kind, 1, process, around) { IsInterrupting = isInterrupting };
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CaseFlow.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new AssertionException("The repository's root was not found.");
    }
}
