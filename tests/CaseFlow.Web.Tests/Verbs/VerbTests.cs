using CaseFlow.Web.Verbs;
using Microsoft.Extensions.Configuration;
using NUnit.Framework;

namespace CaseFlow.Web.Tests.Verbs;

/// <summary>What the executable does instead of serving, with its words and exit codes.</summary>
internal sealed class VerbTests
{
    private static readonly string Workflows = Path.Combine(Repository.Root, "workflows");

    private string _folder = "";

    [SetUp]
    public void Create() => _folder = Directory.CreateTempSubdirectory("caseflow-verbs-").FullName;

    [TearDown]
    public void Remove()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public async Task The_shipped_workflows_are_valid()
    {
        var (code, said) = await Run("validate", Workflows);
        Assert.That((code, said), Is.EqualTo((Verb.Well, said)));
        Assert.That(said, Does.Not.Contain(" error "));
    }

    [Test]
    public async Task A_broken_model_is_named_with_file_line_and_element_in_both_languages()
    {
        Copy();
        var model = Path.Combine(_folder, "lansarende/process.bpmn");
        await File.WriteAllTextAsync(model, (await File.ReadAllTextAsync(model)).Replace("name=\"arende.mottag\" mode=\"inline\"", "name=\"arende.glom\" mode=\"inline\"", StringComparison.Ordinal));

        var (code, said) = await Run("validate", _folder);

        Assert.That(code, Is.EqualTo(Verb.Found), said);
        Assert.That(said, Does.Match("lansarende/process.bpmn:[1-9][0-9]* error TopicUnknown Mottag").And.Contain("    sv: ").And.Contain("    en: "));
    }

    [Test]
    public async Task A_scenario_that_holds_passes_and_one_that_does_not_says_where()
    {
        Copy();
        var scenario = Path.Combine(_folder, "lansarende/scenarios/en-person-for-bada-sidor.yaml");
        var (held, said) = await Run("scenario", "run", scenario);
        Assert.That((held, said.Contains("1 passed, 0 failed", StringComparison.Ordinal)), Is.EqualTo((Verb.Well, true)), said);

        await File.WriteAllTextAsync(scenario, (await File.ReadAllTextAsync(scenario)).Replace("tasks: [BedomSortering, BedomSortering]", "tasks: [BedomSortering]", StringComparison.Ordinal));
        var (broke, why) = await Run("scenario", "run", scenario);
        Assert.That((broke, why.Contains("step 1 SubmitCase: tasks is", StringComparison.Ordinal)), Is.EqualTo((Verb.Found, true)), why);
    }

    [Test]
    public async Task A_loaded_scenario_replays_to_its_stored_state()
    {
        var (loaded, what) = await Run("scenario", "load", Path.Combine(Workflows, "lansarende/scenarios/atertaget.yaml"));
        Assert.That(loaded, Is.EqualTo(Verb.Well), what);
        var (replayed, said) = await Run("replay", "--all");
        Assert.That((replayed, said), Is.EqualTo((Verb.Well, said)));
        Assert.That(said, Does.StartWith("1 instances").And.Contain(" 0 differ"));
    }

    [TestCase("sing")]
    [TestCase("scenario")]
    [TestCase("replay")]
    [TestCase("validate", "/no/such/folder")]
    public async Task What_is_not_understood_is_said(params string[] args) => Assert.That((await Run(args)).Code, Is.EqualTo(Verb.NotUnderstood));

    [Test]
    public void Settings_are_no_verb() => Assert.That((Verb.IsIn(["--urls", "http://localhost:1"]), Verb.IsIn(["CaseFlow:Demo=true"]), Verb.IsIn(["replay", "--all"])), Is.EqualTo((false, false, true)));

    private async Task<(int Code, string Said)> Run(params string[] args)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["CaseFlow:Demo"] = "true",
            ["CaseFlow:DataFolder"] = Path.Combine(_folder, "data"),
        }).Build();
        await using var output = new StringWriter();
        var code = await Verb.Run(args, configuration, output);
        return (code, output.ToString());
    }

    private void Copy()
    {
        foreach (var file in Directory.EnumerateFiles(Workflows, "*", SearchOption.AllDirectories))
        {
            var path = Path.Combine(_folder, Path.GetRelativePath(Workflows, file));
            Directory.CreateDirectory(Path.GetDirectoryName(path) ?? _folder);
            File.Copy(file, path);
        }
    }
}
