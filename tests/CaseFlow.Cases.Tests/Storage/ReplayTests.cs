using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Tests.Storage;

/// <summary>The record proves itself, and tells when somebody has meddled with it.</summary>
internal sealed class ReplayTests(DatabaseProvider provider) : StoreContract(provider)
{
    private Guid _id;

    [SetUp]
    public async Task StartOne()
    {
        await House.Deploy(ConcurrencyTests.Parallel(3));
        _id = await House.StartCase("parallell");
        await House.Complete(PreparerA, await House.OpenTask(_id, "T2"));
    }

    [Test]
    public async Task An_untouched_record_gives_the_stored_state()
    {
        var report = await House.Get<ReplayAll>().Handle(CancellationToken.None);

        Assert.That((report.Instances, report.Findings.Count), Is.EqualTo((1, 0)));
        Assert.That(report.Facts, Is.GreaterThan(5));
    }

    [TestCase("""UPDATE "Facts" SET "Actor" = 'nobody' WHERE "Sequence" = 4""", ReplayFault.Chain, 4)]
    [TestCase("""UPDATE "Facts" SET "FactVersion" = 2 WHERE "Sequence" = 4""", ReplayFault.Chain, 4)]
    [TestCase("""DELETE FROM "Facts" WHERE "Sequence" = 3""", ReplayFault.Chain, 3)]
    [TestCase("""DELETE FROM "Facts" WHERE "Sequence" = (SELECT MAX("Sequence") FROM "Facts")""", ReplayFault.Chain, null)]
    [TestCase("""UPDATE "Instances" SET "State" = "ChainHash" """, ReplayFault.State, 0)]
    public async Task A_record_that_was_changed_is_found_at_its_first_wrong_place(string meddling, ReplayFault fault, int? sequence)
    {
        await using (var db = House.OpenDb())
        {
            await db.Database.ExecuteSqlRawAsync(meddling);
        }

        var finding = (await House.Get<ReplayAll>().Handle(CancellationToken.None)).Findings.Single();

        Assert.That((finding.InstanceId, finding.Fault), Is.EqualTo((_id, fault)));
        if (sequence is not null)
        {
            Assert.That(finding.Sequence, Is.EqualTo(sequence));
        }
    }
}
