using CaseFlow.Cases.Access;
using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Organisation.Reading;
using CaseFlow.Cases.Tests.Organisation;
using CaseFlow.Engine.Model;

namespace CaseFlow.Cases.Tests;

/// <summary>
/// A mandate that exists nowhere, with the clauses that sorting, preparation and decisions ask for. For the northern group
/// the same clauses only advise.
/// </summary>
internal static class Mandated
{
    public static readonly DateOnly Today = new(2026, 11, 23);
    public static readonly DateOnly BeforeTheMandate = new(2016, 12, 31);

    public const string Text = """
        documents:
          - { key: mandat, title: { sv: Uppdragshandling, en: Mandate }, version: "2016", adoptedBy: ledning, adoptedOn: 2016-11-16, effectiveFrom: 2017-01-01, status: in-force }
        ruleSets:
          - { key: "2016", document: mandat, validFrom: 2017-01-01, status: in-force }
        clauses:
          - { id: mandat.par, document: mandat, section: Arbetsformer, sv: En från vardera., en: One from each., strength: regel, rule: { kind: one-person-per-side, role: bereder, sides: [kusten, landet] } }
          - { id: mandat.sortering, document: mandat, section: Arbetsformer, sv: De sorterar tillsammans., en: They sort together., strength: regel, rule: { kind: sides-must-agree, sides: [kusten, landet], needs: { forum: [behandling], ater: [aterTill, skal] } } }
          - { id: mandat.forslag, document: mandat, section: Arbetsformer, sv: Ett förslag läggs fram., en: A proposal is laid., strength: regel, rule: { kind: proposal-or-reason, treatment: beslutas, field: forslag, reason: forslagSaknas } }
          - { id: mandat.avtal, document: mandat, section: Uppgifter, sv: Avtal antas inte., en: Agreements are not adopted., strength: regel, rule: { kind: never-adopted-by, body: forum, outcome: avtal, clauses: [staller-sig-bakom, staller-sig-bakom-med-andring] } }
          - { id: mandat.konsensus, document: mandat, section: Arbetsformer, sv: Skilda synsätt antecknas., en: Views are noted., strength: regel, rule: { kind: consensus-or-views, body: forum, needs: [skildaSynsatt, nastaSteg] } }
          - { id: mandat.effekt, document: mandat, section: Arbetsformer, sv: Effekten anges., en: The effect is stated., strength: regel, rule: { kind: effect-stated, effects: [stannar, vagledande], missing: ej-angiven } }
          - { id: rad.avtal, document: mandat, section: Uppgifter, sv: Avtal antas helst inte., en: Agreements are rather not adopted., strength: onskemal, rule: { kind: never-adopted-by, body: grupp-norr, outcome: avtal, clauses: [staller-sig-bakom] } }
          - { id: rad.konsensus, document: mandat, section: Arbetsformer, sv: Skilda synsätt antecknas gärna., en: Views are preferably noted., strength: onskemal, rule: { kind: consensus-or-views, body: grupp-norr, needs: [skildaSynsatt, nastaSteg] } }
          - { id: mandat-2016.omraden-utser, document: mandat, section: Sammansättning, sv: Områdena utser själva., en: The areas appoint themselves., strength: regel, rule: { kind: owner-appoints, owner: area } }
          - { id: mandat-2016.sidor-utser, document: mandat, section: Sammansättning, sv: Sidorna utser själva., en: The sides appoint themselves., strength: regel, rule: { kind: owner-appoints, owner: side } }
          - { id: mandat-2016.vice, document: mandat, section: Sammansättning, sv: Vice ordförande kommer från den andra sidan., en: The vice chair comes from the other side., strength: regel, rule: { kind: vice-from-other-side, role: leder-motet-ibland } }
        deadlines:
          - { key: komplettering, value: 5, unit: working-days, strength: harledd, sv: Tid för en komplettering., en: Time for completing a case. }
        """;

    /// <summary>The same, where the sides assess each on its own.</summary>
    public static string Separate { get; } = Text.Replace("kind: sides-must-agree,", "kind: sides-must-agree, separate: true,", StringComparison.Ordinal);

    public static MandateRules Rules { get; } = RulesOf(Text);

    public static MandateCitation Clause(string kind) => Rules.For(kind, Today) ?? throw new InvalidOperationException($"No clause of kind {kind}.");

    /// <summary>Everything that is deployed: the models, the collaboration and its mandate.</summary>
    public static SourceFile[] With(string mandate, params IEnumerable<SourceFile> models) =>
        [.. models, new("organisation/exempel.yaml", Example.OrganisationText), new("organisation/mandat.yaml", mandate)];

    /// <summary>A preparer of one side, or of both.</summary>
    public static Actor Preparer(string account, params IEnumerable<string> sides) => new(account, [.. sides.Select(side => new RoleGrant("bereder", side))]);

    public static FormAnswers Answers(params IEnumerable<(string Key, string Text)> fields) =>
        FormAnswers.FromFields(fields.Select(f => KeyValuePair.Create<string, IReadOnlyList<string>>(f.Key, [f.Text])));

    /// <summary>A refusal as a person meets it: what kind, which rule, which clause, which field.</summary>
    public static (RefusalKind, string, string?, string?) Seen(Refusal refusal) => (refusal.Kind, refusal.Code, refusal.Clause, refusal.Field);

    public static MandateRules RulesOf(string text)
    {
        var result = MandateReader.Read("organisation/mandat.yaml", text);
        return new(result.Model ?? throw new InvalidOperationException(string.Join('\n', result.Findings)));
    }
}
