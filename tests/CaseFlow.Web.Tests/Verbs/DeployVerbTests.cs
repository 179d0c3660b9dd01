using System.Net;
using System.Text.RegularExpressions;
using CaseFlow.Cases.Access;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Processes;
using CaseFlow.Web.Verbs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace CaseFlow.Web.Tests.Verbs;

/// <summary>Deploying and issuing keys from the command line, beside a server that runs without the demo on the same data.</summary>
internal sealed partial class DeployVerbTests
{
    private string _folder = "";
    private WebApp _server = null!;

    [SetUp]
    public void Create()
    {
        _folder = Directory.CreateTempSubdirectory("caseflow-deploy-").FullName;
        _server = new WebApp();
        _server.Settings["CaseFlow:Demo"] = "false";
        _server.Settings["CaseFlow:DataFolder"] = Path.Combine(_folder, "data");
    }

    [TearDown]
    public void Remove()
    {
        _server.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public async Task A_folder_is_deployed_beside_a_running_server_which_uses_it_at_once()
    {
        using var browser = Https();
        Assert.That(await _server.Services.GetRequiredService<BundleCatalog>().Current(default), Is.Null);

        var (code, said) = await Run("deploy", Workflows());

        Assert.That((code, said), Is.EqualTo((Verb.Well, said)));
        Assert.That(said, Does.Contain("added    lansarende/process.bpmn").And.Contain("Deployed: 6 processes").And.Contain("seats were taken in"));
        var process = await WebApp.Page(await browser.GetAsync("/sa-gar-ett-arende-till"));
        Assert.That(process.QuerySelector("main")!.TextContent, Does.Contain("Ledamot regional primärvård"), "the seats of the deployed organisation");
        Assert.That(await _server.Read(db => db.Set<Seat>().CountAsync()), Is.Positive);
        Assert.That(await _server.Read(db => db.Deployments.Select(d => d.By).SingleAsync()), Is.EqualTo("command-line:" + Environment.UserName));
        Assert.That(await _server.Read(db => db.Set<SecurityEvent>().CountAsync(e => e.Code == "deployment.made")), Is.EqualTo(1));
    }

    [Test]
    public async Task The_second_time_nothing_is_done_and_what_is_deployed_is_said()
    {
        await Run("deploy", Workflows());
        var (code, again) = await Run("deploy", Workflows());
        Assert.That((code, again.Contains("It is deployed already", StringComparison.Ordinal)), Is.EqualTo((Verb.Well, true)), again);

        var (_, said) = await Run("deployed");
        Assert.That(said.Split('\n', StringSplitOptions.RemoveEmptyEntries), Has.Length.EqualTo(1));
        Assert.That(said, Does.StartWith("now ").And.Contain("command-line:" + Environment.UserName));
    }

    [Test]
    public async Task A_folder_with_a_fault_is_refused_whole_with_file_line_and_element_in_both_languages()
    {
        await Run("deploy", Workflows());
        var broken = Copy();
        var model = Path.Combine(broken, "lansarende/process.bpmn");
        await File.WriteAllTextAsync(model, (await File.ReadAllTextAsync(model)).Replace("name=\"arende.mottag\" mode=\"inline\"", "name=\"arende.glom\" mode=\"inline\"", StringComparison.Ordinal));
        File.Delete(Path.Combine(broken, "sro/forms/sro-svar.form"));

        var (code, said) = await Run("deploy", broken);

        Assert.That(code, Is.EqualTo(Verb.Found), said);
        Assert.That(said, Does.Match("lansarende/process.bpmn:[1-9][0-9]* error TopicUnknown Mottag").And.Match("sro/process.bpmn:[1-9][0-9]* error FormMissing"));
        Assert.That(said, Does.Contain("    sv: ").And.Contain("    en: ").And.Contain("Refused: nothing was deployed"));
        Assert.That(await _server.Read(db => db.Deployments.CountAsync()), Is.EqualTo(1));
        Assert.That(await _server.Read(db => db.Bundles.CountAsync()), Is.EqualTo(1));
    }

    [Test]
    public async Task A_dry_run_names_what_would_change_and_changes_nothing()
    {
        var changed = Copy();
        var (first, untouched) = await Run("deploy", changed, "--dry-run");
        Assert.That((first, untouched.Contains("Nothing is deployed yet", StringComparison.Ordinal)), Is.EqualTo((Verb.Well, true)), untouched);
        Assert.That(Directory.Exists(Path.Combine(_folder, "data")), Is.False, "not even a database is made");

        await Run("deploy", Workflows());
        await File.AppendAllTextAsync(Path.Combine(changed, "lansarende/forms/vilande.form"), "\n");
        File.Move(Path.Combine(changed, "mote/dagordning.dmn"), Path.Combine(changed, "mote/agenda.dmn"));
        var (code, said) = await Run("deploy", "--dry-run", changed);

        Assert.That(code, Is.EqualTo(Verb.Well), said);
        Assert.That(said, Does.Contain("changed  lansarende/forms/vilande.form").And.Contain("added    mote/agenda.dmn").And.Contain("removed  mote/dagordning.dmn").And.Contain("Nothing was done"));
        Assert.That(await _server.Read(db => db.Deployments.CountAsync()), Is.EqualTo(1));
    }

    [Test]
    public async Task A_key_is_shown_once_opens_the_service_and_closes_it_when_revoked()
    {
        await Run("deploy", Workflows());
        var account = await _server.Services.GetRequiredService<CreateAccount>().Handle(
            Actor.System, null, new NewAccount("journal@example.org", "Journalsystemet", "", "en lång mening som duger"), default);
        Assert.That(account.IsAccepted, Is.True);

        var (code, said) = await Run("keys", "issue", "Journal@example.org", "hämtar", "ärenden");
        Assert.That(code, Is.EqualTo(Verb.Well), said);
        var secret = Secret().Match(said).Value;
        Assert.That(await Status(secret), Is.EqualTo(HttpStatusCode.OK));

        var (_, list) = await Run("keys", "list");
        Assert.That(list, Does.Contain("journal@example.org").And.Contain("hämtar ärenden").And.Not.Contain(secret));
        Assert.That((await Run("keys", "revoke", list[..32])).Code, Is.EqualTo(Verb.Well));
        Assert.That(await Status(secret), Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(await _server.Read(db => db.Set<SecurityEvent>().Where(e => e.UseCase == nameof(ProgramKeys)).Select(e => e.Code).ToListAsync()), Is.EquivalentTo(["key.issued", "key.revoked"]));
    }

    [TestCase("deploy")]
    [TestCase("deploy", "/no/such/folder")]
    [TestCase("deploy", "a", "b")]
    [TestCase("keys")]
    [TestCase("keys", "issue", "nobody@example.org")]
    [TestCase("keys", "revoke", "this one")]
    public async Task What_is_not_understood_is_said(params string[] arguments) => Assert.That((await Run(arguments)).Code, Is.EqualTo(Verb.NotUnderstood));

    [Test]
    public async Task A_key_for_nobody_is_refused_in_both_languages()
    {
        var (code, said) = await Run("keys", "issue", "ingen@example.org", "hämtar");
        Assert.That(code, Is.EqualTo(Verb.Found));
        Assert.That(said, Does.Contain("sv: Det finns inget öppet konto").And.Contain("en: There is no open account"));
    }

    private static string Workflows() => Path.Combine(Repository.Root, "workflows");

    private string Copy()
    {
        var target = Path.Combine(_folder, "changed");
        foreach (var file in Directory.EnumerateFiles(Workflows(), "*", SearchOption.AllDirectories))
        {
            var path = Path.Combine(target, Path.GetRelativePath(Workflows(), file));
            Directory.CreateDirectory(Path.GetDirectoryName(path) ?? target);
            File.Copy(file, path);
        }

        return target;
    }

    private HttpClient Https()
    {
        var browser = _server.Browser();
        browser.BaseAddress = new Uri("https://localhost");
        return browser;
    }

    private async Task<HttpStatusCode> Status(string secret)
    {
        using var program = Https();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/cases");
        request.Headers.Authorization = new("Bearer", secret);
        using var answer = await program.SendAsync(request);
        return answer.StatusCode;
    }

    private async Task<(int Code, string Said)> Run(params string[] arguments)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["CaseFlow:DataFolder"] = Path.Combine(_folder, "data") }).Build();
        await using var output = new StringWriter();
        return (await Verb.Run(arguments, configuration, output), output.ToString());
    }

    [GeneratedRegex("cfk_[0-9a-f]{64}")]
    private static partial Regex Secret();
}
