using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Organisation.Reading;
using CaseFlow.Cases.Processes;
using CaseFlow.Engine.Model;

namespace CaseFlow.Cases.Tests.Organisation;

/// <summary>The organisation that is shipped in <c>workflows/organisation</c>.</summary>
public sealed class ShippedOrganisationTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Test]
    [Property("Requirement", "R1")]
    [Property("Requirement", "R8")]
    public void There_are_49_municipalities_and_one_region_and_every_body_has_a_level()
    {
        var organisation = Organisation();

        Assert.Multiple(() =>
        {
            Assert.That(organisation.PartiesAt(Today).Count(p => p.Kind == PartyKind.Municipality), Is.EqualTo(49));
            Assert.That(organisation.PartiesAt(Today).Count(p => p.Kind == PartyKind.Region), Is.EqualTo(1));
            Assert.That(organisation.Bodies.Select(b => b.Level), Has.None.Empty);
        });
    }

    [Test]
    [Property("Requirement", "R3")]
    [Property("Requirement", "R4")]
    public void The_old_forum_is_followed_by_the_new_one_from_2017()
    {
        var organisation = Organisation();

        Assert.Multiple(() =>
        {
            Assert.That(organisation.BodiesAt(new(2016, 12, 1)).Select(b => b.Key), Does.Contain("lisa").And.Not.Contain("vvg"));
            Assert.That(organisation.Resolve("lisa", new(2017, 1, 1))?.Key, Is.EqualTo("vvg"));
        });
    }

    [Test]
    [Property("Requirement", "R89")]
    public void The_chair_was_VastKoms_in_2025_and_is_the_regions_in_2026()
    {
        Assert.That(Organisation().ChairAt("vvg", new(2025, 4, 11))!.Chair, Is.EqualTo("vastkom"));
        Assert.That(Organisation().ChairAt("vvg", Today)!.Chair, Is.EqualTo("vgr"));
    }

    [Test]
    [Property("Requirement", "R6")]
    public void Every_clause_of_the_mandate_cites_document_and_section_in_both_languages()
    {
        var mandate = Mandate();
        foreach (var clause in mandate.Clauses)
        {
            var citation = new MandateRules(mandate).Clause(clause.Id);
            Assert.Multiple(() =>
            {
                Assert.That(citation!.Document.Sv, Is.Not.Empty, clause.Id);
                Assert.That(citation.Section, Is.Not.Empty, clause.Id);
                Assert.That(citation.Text.En, Is.Not.Empty.And.Not.EqualTo(citation.Text.Sv), clause.Id);
            });
        }
    }

    [Test]
    [Property("Requirement", "R6")]
    public async Task The_shipped_models_carry_every_guard_that_the_shipped_mandate_demands()
    {
        await using var house = await ExampleHouse.Open(isDeployed: false);
        var files = await WorkflowsFolder.Read(Workflows.File(""), default);

        var findings = house.Get<DeployBundle>().Validate(files).Findings;

        Assert.That(ModelBundle.Compile(files).Bundle, Is.Not.Null, "else no guard was looked for");
        Assert.That(findings.Where(f => f.Code.StartsWith("MANDATE-", StringComparison.Ordinal) || f.Code.StartsWith("ORG-", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    [Property("Requirement", "R86")]
    public void The_composition_of_2025_warns_about_the_fifth_seat_and_the_second_preparers_and_says_that_they_are_known()
    {
        var organisation = Organisation();
        var seats = organisation.Seats.Select(s => new Seat
        {
            Body = s.Body,
            OwnerKind = s.Owner.Kind,
            OwnerKey = s.Owner.Key,
            Kind = s.Kind,
            Side = s.Side,
            Title = s.Title.Sv,
            Deviates = s.Deviates,
            ValidFrom = s.Validity.From,
            ValidTo = s.Validity.To,
        });

        var warnings = SeatRules.Composition(organisation, new MandateRules(Mandate()), "vvg", seats, new(2025, 4, 11));

        Assert.That(warnings.Select(w => (w.Owner.Key, w.SeatKind, w.IsKnown)), Is.EquivalentTo(new[] { ("goteborgsomradet", "ledamot", true), ("vastkom", "beredning", true), ("vgr", "beredning", true) }));
    }

    private static OrganisationModel Organisation()
    {
        var path = Workflows.File("organisation/vastra-gotaland.yaml");
        var result = OrganisationReader.Read(path, File.ReadAllText(path));
        Assert.That(result.Findings, Is.Empty);
        return result.Model ?? throw new InvalidOperationException("No findings, so there is a model.");
    }

    private static MandateModel Mandate()
    {
        var path = Workflows.File("organisation/mandat.yaml");
        var result = MandateReader.Read(path, File.ReadAllText(path));
        Assert.That(result.Findings, Is.Empty);
        return result.Model ?? throw new InvalidOperationException("No findings, so there is a model.");
    }
}
