using CaseFlow.Cases.Access;
using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Tests.Storage;
using CaseFlow.Engine.Model;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Tests.Processes;

/// <summary>A deployment is accepted whole or refused whole, and running cases keep their own.</summary>
internal sealed class DeployBundleTests(DatabaseProvider provider) : StoreContract(provider)
{
    [Test]
    public async Task A_model_with_a_fault_is_refused_with_element_and_line_and_the_old_version_keeps_running()
    {
        await House.Deploy(OneTask("Bered"));
        var broken = SmallModel.Process("enkel", SmallModel.Start() + SmallModel.UserTask("Bered", "Bered", """<caseflow:form key="saknas" /><caseflow:command name="Saknas" />""") + SmallModel.ServiceTask("Posta", "saknas", "job") + SmallModel.End() + SmallModel.Flow("Start", "Bered", "Posta", "End"));

        var report = await Deploy(broken);

        Assert.That(report.Result, Is.EqualTo(DeployResult.Refused));
        Assert.That(report.Findings.Select(f => (f.Code, f.ElementId)), Is.SupersetOf([("FormMissing", "Bered"), ("CommandUnknown", "Bered"), ("TopicUnknown", "Posta")]));
        Assert.That(report.Findings.Select(f => f.Line), Is.All.Positive);
        Assert.That((await House.OpenTask(await House.StartCase("enkel"))).Name, Is.EqualTo("Bered"));
    }

    [Test]
    public async Task A_running_case_keeps_the_bundle_it_started_with()
    {
        await House.Deploy(OneTask("Gammal"));
        var old = await House.StartCase("enkel");

        await House.Deploy(OneTask("Ny"));
        var young = await House.StartCase("enkel");
        var finished = await House.Complete(PreparerA, await House.OpenTask(old));

        Assert.That((await House.OpenTask(young)).Name, Is.EqualTo("Ny"));
        Assert.That(finished.Value.IsEnded, Is.True);
    }

    [Test]
    public async Task The_same_files_again_change_nothing_and_an_older_bundle_can_be_deployed_anew()
    {
        var first = await Deploy(OneTask("Ett"));
        var again = await Deploy(OneTask("Ett"));
        var second = await Deploy(OneTask("Två"));
        var back = await Deploy(OneTask("Ett"));

        Assert.That(new[] { first.Result, again.Result, second.Result, back.Result }, Is.EqualTo([DeployResult.Deployed, DeployResult.AlreadyDeployed, DeployResult.Deployed, DeployResult.Deployed]));
        Assert.That(back.Hash, Is.EqualTo(first.Hash));
        await using var db = House.OpenDb();
        Assert.That((await db.Bundles.CountAsync(), await db.Deployments.CountAsync()), Is.EqualTo((2, 3)));
    }

    [Test]
    public async Task A_bundle_is_read_from_the_database_when_the_process_starts_anew()
    {
        await House.Deploy(OneTask("Bered"));
        var id = await House.StartCase("enkel");
        await using var restarted = new TestHouse(House.Get<DatabaseOptions>());

        var finished = await restarted.Complete(PreparerA, await restarted.OpenTask(id));

        Assert.That(finished.Value.IsEnded, Is.True);
    }

    private static SourceFile OneTask(string name) =>
        SmallModel.Process("enkel", SmallModel.Start() + SmallModel.UserTask("Bered", name, SmallModel.Candidates("beredningsansvarig")) + SmallModel.End() + SmallModel.Flow("Start", "Bered", "End"));

    private Task<DeployReport> Deploy(params SourceFile[] files) => House.Get<DeployBundle>().Handle(files, Actor.System, CancellationToken.None);
}
