using System.Xml.Linq;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Reading;

/// <summary>
/// The <c>caseflow:</c> extensions of one element. What it does not know, or what lacks an attribute, is a finding:
/// a misspelt extension must not be ignored. Extensions of other tools are left alone.
/// </summary>
internal sealed class ExtensionReader(XElement owner, FindingLog findings)
{
    private static readonly HashSet<string> Known =
    [
        "name", "documentation", "status", "form", "candidates", "command", "requires", "topic", "input", "output", "decision", "script",
        "multiInstance", "workingDays", "correlation", "payload", "in", "out",
    ];

    private readonly List<XElement> _all = [.. owner.All("extensionElements").Elements().Where(e => e.Name.Namespace == Xml.CaseFlow)];

    internal void RefuseUnknown()
    {
        foreach (var extension in _all.Where(e => !Known.Contains(e.Name.LocalName)))
            findings.Error(FindingCodes.Extension, extension, extension.Name.LocalName);
    }

    internal PublicStatus? Status()
    {
        if (One("status") is not { } status)
            return null;
        var key = Required(status, "key");
        var sv = Required(status, "sv");
        var en = Required(status, "en");
        return key is null || sv is null || en is null ? null : new PublicStatus(key, sv, en, status.Text("level"));
    }

    /// <summary>What the element is called in English; its own <c>name</c> is in the language of those who drew it.</summary>
    internal string? EnglishName() => One("name") is { } name ? Required(name, "en") : null;

    internal string? EnglishDocumentation() => One("documentation") is { } documentation ? Required(documentation, "en") : null;

    internal IReadOnlyList<string> Requires() => [.. Many("requires").Select(r => Required(r, "clause")).OfType<string>()];

    internal UserTaskSettings UserTask()
    {
        var form = One("form") is { } f ? Required(f, "key") : null;
        var command = One("command") is { } c ? Required(c, "name") : null;
        var candidates = Many("candidates")
            .Select(e => (Role: Required(e, "role"), Side: Optional(e, "side"), Area: Optional(e, "area"), When: Optional(e, "when")))
            .Where(c => c.Role is not null)
            .Select(c => new CandidateSettings(c.Role ?? "", c.Side, c.Area, c.When))
            .ToList();
        var isFixed = candidates.TrueForAll(c => c.Side is not { IsLiteral: false } && c.Area is not { IsLiteral: false } && c.When is null);
        return new UserTaskSettings(candidates, form, command)
        {
            Fixed = isFixed ? new TaskAssignment([.. candidates.Select(c => new TaskCandidate(c.Role, c.Side?.Text, c.Area?.Text))], form, command) : null,
        };
    }

    internal TopicSettings? Topic()
    {
        if (One("topic") is not { } topic || Required(topic, "name") is not { } name)
            return null;
        var mode = topic.Text("mode") ?? "job";
        if (mode is not ("inline" or "job"))
            findings.Error(FindingCodes.ExtensionAttribute, topic, "topic", "mode", mode);
        return new TopicSettings(name, mode == "inline");
    }

    internal string? DecisionId() => One("decision") is { } decision ? Required(decision, "ref") : null;

    /// <param name="extension"><c>decision</c> or <c>script</c>.</param>
    internal string? ResultVariable(string extension) => One(extension)?.Text("result");

    internal ModelExpression? CorrelationKey() => One("correlation") is { } correlation ? Value(correlation, "key") : null;

    internal ModelExpression? WorkingDays() => One("workingDays") is { } days ? Value(days, "value") : null;

    internal XElement? MultiInstance() => One("multiInstance");

    /// <param name="extension"><c>input</c>, <c>output</c> or <c>payload</c>: name and value.</param>
    internal IReadOnlyList<VariableMapping> Mappings(string extension) => Mappings(extension, "name", "value");

    /// <param name="extension"><c>in</c> or <c>out</c>: target and source.</param>
    internal IReadOnlyList<VariableMapping> CallMappings(string extension) => Mappings(extension, "target", "source");

    internal ModelExpression? Optional(XElement extension, string attribute) =>
        extension.Text(attribute) is { } text ? ExpressionReader.Value(text, extension, findings) : null;

    private IReadOnlyList<VariableMapping> Mappings(string extension, string nameAttribute, string valueAttribute)
    {
        var mappings = new List<VariableMapping>();
        foreach (var element in Many(extension))
        {
            if (Required(element, nameAttribute) is { } name && Value(element, valueAttribute) is { } value)
                mappings.Add(new VariableMapping(name, value));
        }

        return mappings;
    }

    private ModelExpression? Value(XElement extension, string attribute) =>
        Required(extension, attribute) is { } text ? ExpressionReader.Value(text, extension, findings) : null;

    private string? Required(XElement extension, string attribute)
    {
        var text = extension.Text(attribute);
        if (text is null)
            findings.Error(FindingCodes.ExtensionAttribute, extension, extension.Name.LocalName, attribute, extension.Attribute(attribute)?.Value);
        return text;
    }

    private XElement? One(string name) => _all.Find(e => e.Name.LocalName == name);

    private IEnumerable<XElement> Many(string name) => _all.Where(e => e.Name.LocalName == name);
}
