using System.Globalization;
using System.Xml.Linq;
using CaseFlow.Cases.Forms;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;
using YamlDotNet.RepresentationModel;
using static CaseFlow.Cases.Tests.Workflows.WorkflowFolder;

namespace CaseFlow.Cases.Tests.Workflows;

/// <summary>The declared processes hang together: models, forms, roles and clauses name what exists.</summary>
internal sealed class WorkflowsTests
{
    [Test]
    public void The_folder_compiles_without_findings()
    {
        var result = ModelBundle.Compile(Files);
        Assert.That(result.Findings.Select(Line), Is.Empty);
        Assert.That(result.Bundle, Is.Not.Null);
    }

    [TestCaseSource(nameof(FormPaths))]
    public void Every_form_reads_in_both_languages_without_findings(string path)
    {
        var result = FormReader.Read(path, Get(path).Text);
        Assert.That(result.Findings.Select(Line), Is.Empty);
        Assert.That(result.Form, Is.Not.Null);
    }

    [Test]
    public void The_submission_form_asks_at_most_eight_questions()
    {
        var form = FormReader.Read("lamna-in", Get("lansarende/forms/lamna-in.form").Text).Form;
        Assert.That(form?.Components, Has.Count.EqualTo(8));
    }

    [TestCaseSource(typeof(WorkflowFolder), nameof(Models))]
    public void Every_user_task_says_what_it_asks_who_may_do_it_and_how_it_looks_from_outside(string path)
    {
        var silent = UserTasks(path)
            .Where(task => Extensions(task, "form").Count() != 1 || !Extensions(task, "candidates").Any() || Extensions(task, "status").Count() != 1
                || task.Element(Bpmn + "extensionElements") is null)
            .Select(Id);
        Assert.That(silent, Is.Empty);
    }

    [Test]
    public void Every_form_is_asked_by_a_task_and_every_task_has_its_form()
    {
        var asked = Models().SelectMany(path => UserTasks(path)
            .SelectMany(task => Extensions(task, "form"))
            .Select(form => $"{path[..path.LastIndexOf('/')]}/forms/{(string?)form.Attribute("key")}.form"));
        Assert.That(asked.Append("lansarende/forms/lamna-in.form").Distinct().Order(StringComparer.Ordinal), Is.EqualTo(FormPaths().Order(StringComparer.Ordinal)));
    }

    [TestCaseSource(typeof(WorkflowFolder), nameof(Models))]
    public void Every_candidate_is_a_role_of_the_organisation(string path)
    {
        var roles = Entries("organisation/vastra-gotaland.yaml", "roles", "key");
        var unknown = Model(path).Descendants(Caseflow + "candidates").Select(c => (string?)c.Attribute("role") ?? "").Where(role => !roles.Contains(role));
        Assert.That(unknown, Is.Empty);
    }

    [Test]
    public void Every_guard_of_the_mandate_stands_on_its_element()
    {
        var carried = Models().SelectMany(path => Model(path).Descendants(Caseflow + "requires"))
            .Select(requires => $"{(string?)requires.Attribute("clause")} on {Id(requires.Parent?.Parent)}").ToHashSet(StringComparer.Ordinal);
        var demanded = from clause in Clauses()
                       where clause.Children.TryGetValue("guards", out _)
                       from guard in (YamlSequenceNode)clause["guards"]
                       select $"{clause["id"]} on {guard}";
        Assert.That(demanded.Where(demand => !carried.Contains(demand)), Is.Empty);
    }

    [TestCaseSource(typeof(WorkflowFolder), nameof(Models))]
    public void Every_clause_that_a_model_requires_exists(string path)
    {
        var known = Clauses().Select(clause => clause["id"].ToString()).ToHashSet(StringComparer.Ordinal);
        var unknown = Model(path).Descendants(Caseflow + "requires").Select(r => (string?)r.Attribute("clause") ?? "").Where(clause => !known.Contains(clause));
        Assert.That(unknown, Is.Empty);
    }

    [Test]
    public void A_status_key_has_the_same_words_everywhere()
    {
        var words = Models().SelectMany(path => Model(path).Descendants(Caseflow + "status"))
            .Select(status => ((string?)status.Attribute("key"), (string?)status.Attribute("sv"), (string?)status.Attribute("en")))
            .Distinct();
        Assert.That(words.GroupBy(w => w.Item1).Where(g => g.Count() > 1).Select(g => g.Key), Is.Empty);
    }

    [Test, Property("Requirement", "R8")]
    public void The_parties_are_forty_nine_municipalities_and_one_region()
    {
        var kinds = ((YamlSequenceNode)Yaml("organisation/vastra-gotaland.yaml")["parties"]).Select(party => party["kind"].ToString()).ToList();
        Assert.That(kinds.Count(kind => kind == "municipality"), Is.EqualTo(49));
        Assert.That(kinds.Count(kind => kind == "region"), Is.EqualTo(1));
    }

    private static IEnumerable<string> FormPaths() => Ending(".form").Select(file => file.Path);

    private static IEnumerable<XElement> UserTasks(string path) => Model(path).Descendants(Bpmn + "userTask");

    private static IEnumerable<XElement> Extensions(XElement element, string name) =>
        element.Elements(Bpmn + "extensionElements").Elements(Caseflow + name);

    private static string Id(XElement? element) => (string?)element?.Attribute("id") ?? "";

    private static IEnumerable<YamlMappingNode> Clauses() => ((YamlSequenceNode)Yaml("organisation/mandat.yaml")["clauses"]).Cast<YamlMappingNode>();

    private static HashSet<string> Entries(string path, string list, string key) =>
        ((YamlSequenceNode)Yaml(path)[list]).Select(entry => entry[key].ToString()).ToHashSet(StringComparer.Ordinal);

    private static YamlMappingNode Yaml(string path)
    {
        var stream = new YamlStream();
        using var text = new StringReader(Get(path).Text);
        stream.Load(text);
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    private static string Line(Finding finding) =>
        string.Create(CultureInfo.InvariantCulture, $"{finding.Severity} {finding.Code} {finding.File}:{finding.Line} {finding.ElementId} {finding.En}");
}
