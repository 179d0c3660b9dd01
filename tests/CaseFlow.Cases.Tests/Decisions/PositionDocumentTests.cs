using CaseFlow.Cases.Decisions;
using CaseFlow.Cases.Documents;
using CaseFlow.Cases.Intake;
using CaseFlow.Contracts.Documents;

namespace CaseFlow.Cases.Tests.Decisions;

/// <summary>Whoever endorses, endorses exactly the versions that were there.</summary>
[Property("Requirement", "R66")]
internal sealed class PositionDocumentTests
{
    private static readonly string ByHash = Mandated.Text.Replace(
        "deadlines:",
        "  - { id: rad.handlingar, document: mandat, section: Praxis, sv: Exakt den version., en: Exactly that version., strength: praxis, rule: { kind: documents-by-hash, clauses: [staller-sig-bakom] } }\ndeadlines:",
        StringComparison.Ordinal);

    private static readonly string Hash = new('a', 64);

    private MandatedHouse _house = null!; // set before each test

    [SetUp]
    public async Task Open() => _house = await MandatedHouse.Under(ByHash, MeetingModels.Files);

    [TearDown]
    public async Task Close() => await _house.DisposeAsync();

    [Test]
    public async Task Endorsing_points_at_what_had_come_far_enough_and_marks_it_adopted()
    {
        var (meeting, about) = (await _house.StartMeeting(), await _house.StartCase("behandling"));
        var rule = await Document(about, "Riktlinje", DocumentMaturity.Proposal);
        await Document(about, "Anteckningar", DocumentMaturity.WorkingMaterial);
        var item = await _house.AddItem(meeting, about);

        await _house.Record(item, new([DecisionRules.Endorses], Effect: "vagledande"));

        var position = (await _house.Get<CaseDetails>().Read(about, CancellationToken.None)).Positions.Single();
        Assert.That(position.Documents.Select(d => (d.VersionId, d.Title, d.Number, d.Sha256)), Is.EqualTo(new[] { (rule, "Riktlinje", 1, Hash) }));
        Assert.That((await _house.Rows<DocumentVersion>()).Single(v => v.Id == rule).Maturity, Is.EqualTo(DocumentMaturity.Adopted));
        Assert.That((await _house.Published<DocumentAdded>()).Select(e => (e.CaseId, e.Sha256, e.Maturity)), Does.Contain(((Guid?)about, Hash, "adopted")));
    }

    [Test]
    public async Task What_goes_back_in_part_is_not_adopted()
    {
        var (meeting, about) = (await _house.StartMeeting(), await _house.StartCase("behandling"));
        var rule = await Document(about, "Riktlinje", DocumentMaturity.Proposal);
        var item = await _house.AddItem(meeting, about);

        var recorded = await _house.Record(item, new([DecisionRules.Endorses, DecisionRules.Returns], Effect: "vagledande", Reason: "Del två saknar kostnad.", Documents: [rule]));

        Assert.That(recorded.Refusals, Is.Empty);
        Assert.That((await _house.Rows<DocumentVersion>()).Single(v => v.Id == rule).Maturity, Is.EqualTo(DocumentMaturity.Proposal));
        Assert.That(await _house.Rows<PositionDocument>(), Is.Empty);
    }

    [Test]
    public async Task Of_several_the_chosen_ones_and_no_others()
    {
        var (meeting, about) = (await _house.StartMeeting(), await _house.StartCase("behandling"));
        await Document(about, "Rutin", DocumentMaturity.Proposal);
        var chosen = await Document(about, "Riktlinje", DocumentMaturity.Established);
        var item = await _house.AddItem(meeting, about);

        await _house.Record(item, new([DecisionRules.Endorses], Effect: "vagledande", Documents: [chosen]));

        Assert.That((await _house.Rows<PositionDocument>()).Select(p => p.VersionId), Is.EqualTo(new[] { chosen }));
    }

    [Test]
    [Property("Requirement", "R61")]
    public async Task A_basis_for_dialogue_cannot_be_what_the_position_is_taken_on()
    {
        var (meeting, about) = (await _house.StartMeeting(), await _house.StartCase("behandling"));
        var basis = await Document(about, "Underlag", DocumentMaturity.BasisForDialogue);
        var item = await _house.AddItem(meeting, about);

        var refused = await _house.Record(item, new([DecisionRules.Endorses], Effect: "vagledande", Documents: [basis]));

        Assert.That(refused.Refusals.Single().Code, Is.EqualTo("decisions.document-not-decidable"));
        Assert.That((await _house.Item(item)).ClosedAt, Is.Null);
    }

    [Test]
    public async Task Noting_information_points_at_nothing()
    {
        var (meeting, about) = (await _house.StartMeeting(), await _house.StartCase("behandling"));
        await Document(about, "Riktlinje", DocumentMaturity.Proposal);
        var item = await _house.AddItem(meeting, about);

        await _house.Record(item, new([DecisionRules.Notes]));

        Assert.That(await _house.Rows<PositionDocument>(), Is.Empty);
    }

    private async Task<Guid> Document(Guid about, string title, DocumentMaturity maturity)
    {
        var document = new Document { Id = Guid.CreateVersion7(), SubjectKind = "case", SubjectId = about, Title = title, CreatedBy = "a", CreatedAt = TestHouse.Start };
        document.Versions.Add(new()
        {
            Id = Guid.CreateVersion7(),
            DocumentId = document.Id,
            Number = 1,
            Maturity = maturity,
            FileName = title + ".pdf",
            MediaType = "application/pdf",
            Size = 1,
            Sha256 = Hash,
            UploadedBy = "a",
            UploadedAt = TestHouse.Start,
        });
        await _house.Add(document);
        return document.Versions[0].Id;
    }
}
