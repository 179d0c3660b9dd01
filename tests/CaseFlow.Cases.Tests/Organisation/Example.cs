using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Organisation.Reading;

namespace CaseFlow.Cases.Tests.Organisation;

/// <summary>A collaboration that exists nowhere, so that a rule which knew a real name would fail here.</summary>
internal static class Example
{
    public const string OrganisationText = """
        region: { key: exempel, name: { sv: Exempellandet, en: Example land }, timeZone: Europe/Stockholm }
        sides:
          - key: kusten
            name: { sv: Kustkommunerna, en: The coast municipalities }
            represents: municipalities
            entryRole: lamnar-in
          - key: landet
            name: { sv: Landets region, en: The land region }
            represents: region
            entryRole: lamnar-in
            diaryNumber: { pattern: 'LR [0-9]{4}-[0-9]{5}', example: LR 2026-00001 }
        areas:
          - { key: norr, name: Norr, group: grupp-norr, municipalities: [ { party: almby, validFrom: 2015-01-01 }, { party: bjornvik, validFrom: 2015-01-01, validTo: 2020-12-31 } ] }
          - { key: soder, name: Söder, group: grupp-soder, municipalities: [ { party: bjornvik, validFrom: 2021-01-01 } ] }
          - { key: storstan, name: Storstan, group: grupp-storstan, municipalities: [] }
        parties:
          - { key: almby, name: Almby, kind: municipality }
          - { key: bjornvik, name: Björnvik, kind: municipality, toConfirm: bjornviks-omrade }
          - { key: landet, name: Landets region, kind: region }
        bodies:
          - { key: ledning, name: Ledningsforum, level: lan, owners: [kusten, landet], validTo: 2016-12-31, succeededBy: forum }
          - key: forum
            name: Samverkansforum
            short: Forum
            level: lan
            owners: [kusten, landet]
            decidedOn: 2016-11-16
            validFrom: 2017-01-01
            meetings: { title: Forummöte, minutes: true, standingItems: forum }
          - { key: grupp-norr, name: Grupp norr, level: delregional, area: norr }
          - { key: grupp-soder, name: Grupp söder, level: delregional, area: soder }
          - { key: grupp-storstan, name: Grupp storstan, level: delregional, area: storstan }
        seatKinds:
          - { key: ordinarie, name: { sv: Ordinarie, en: Ordinary }, decides: true }
          - { key: stod, name: { sv: Stöd, en: Support }, decides: false }
          - { key: adjungerad, name: { sv: Adjungerad, en: Co-opted }, decides: false, needs: [subject, period] }
        seats:
          - { key: norr-1, body: forum, owner: "area:norr", kind: ordinarie, side: kusten, sector: kommun, title: Representant kommun, validFrom: 2017-01-01 }
          - { key: norr-2, body: forum, owner: "area:norr", kind: ordinarie, side: landet, sector: sjukhus, title: Representant sjukhus, validFrom: 2017-01-01 }
          - { key: kusten-1, body: forum, owner: "side:kusten", kind: ordinarie, side: kusten, title: Ledamot, validFrom: 2017-01-01 }
        roles:
          - { key: leder, name: { sv: Processledare, en: Process leader }, scope: area }
          - { key: foretrader, name: { sv: Representant, en: Representative }, scope: area }
          - { key: bereder, name: { sv: Beredare, en: Preparer }, scope: side }
          - { key: lamnar-in, name: { sv: Inlämnare, en: Submitter }, scope: side }
          - { key: chef, name: { sv: Chef, en: Head }, scope: side }
          - { key: skoter, name: { sv: Administration, en: Administration }, scope: side }
          - { key: leder-motet, name: { sv: Ordförande, en: Chair }, scope: none }
          - { key: leder-motet-ibland, name: { sv: Vice ordförande, en: Vice chair }, scope: none }
          - { key: systemadministrator, name: { sv: Systemadministratör, en: System administrator }, scope: none }
          - { key: lasare, name: { sv: Läsare, en: Reader }, scope: none }
        incompatible:
          - { role: bereder, across: sides }
          - { roles: [leder-motet, leder-motet-ibland] }
        appointments:
          - { seats: { owner: area }, by: { role: leder, scope: same-area }, clause: mandat-2016.omraden-utser }
          - { seats: { owner: side }, by: { role: skoter, scope: same-side }, clause: mandat-2016.sidor-utser }
          - { roles: [bereder, chef, skoter], by: { role: chef, scope: same-side }, clause: mandat-2016.sidor-utser }
          - { roles: [foretrader], by: { role: leder, scope: same-area }, clause: mandat-2016.omraden-utser }
          - { roles: [leder-motet-ibland], by: { role: chef, scope: side-without-chair }, clause: mandat-2016.vice }
        chair:
          body: forum
          sides: [kusten, landet]
          firstYear: 2017
          firstSide: kusten
          departures:
            - { year: 2020, side: kusten, because: { sv: Pandemin, en: The pandemic } }
        channels:
          - { key: kustens-webb, name: Kustens webb, side: kusten, url: "https://kusten.example" }
        standingItems:
          forum:
            - { key: oppnande, title: { sv: Öppnande, en: Opening }, kind: formalia }
            - cases
            - { key: avslut, title: { sv: Avslut, en: Closing }, kind: formalia, minutes: 5 }
        minutesHead: { left: [area:norr, area:soder], right: [side:kusten, stod:landet, kind:adjungerad] }
        external:
          - { key: hogskolan, name: Högskolan }
        toConfirm:
          - { key: bjornviks-omrade, sv: Björnviks område är inte bekräftat., en: The area of Björnvik is not confirmed. }
        """;

    public const string MandateText = """
        documents:
          - { key: mandat-2016, title: { sv: Uppdragshandling, en: Mandate }, version: "2016", adoptedBy: ledning, adoptedOn: 2016-11-16, effectiveFrom: 2017-01-01, status: in-force }
          - { key: bild-2024, title: { sv: Presentation, en: Presentation }, adoptedBy: null, status: information }
          - { key: mandat-2027, title: { sv: Utkast, en: Draft }, effectiveFrom: 2027-01-01, status: draft, supersedes: mandat-2016 }
          - { key: praxis, title: { sv: Praxis, en: Practice }, status: advice }
        ruleSets:
          - { key: "2016", document: mandat-2016, validFrom: 2017-01-01, status: in-force }
          - { key: 2027-utkast, document: mandat-2027, validFrom: 2027-01-01, status: draft, basedOn: "2016" }
        clauses:
          - id: mandat-2016.sortering
            document: mandat-2016
            section: Arbetsformer
            sv: De två sidorna sorterar tillsammans.
            en: The two sides sort together.
            strength: regel
            rule: { kind: sides-must-agree, sides: [kusten, landet], needs: { vvg: [behandling] } }
            guards: [Sortera]
            requirements: [R43]
          - id: mandat-2016.platser
            document: mandat-2016
            section: Sammansättning
            sv: Varje område har två platser.
            en: Each area has two seats.
            strength: regel
            advises: true
            because: { sv: Avviker redan., en: Departs already. }
            rule: { kind: seats, body: forum, owner: area, seatKind: ordinarie, exactly: 2, except: [storstan] }
            requirements: [R85]
          - id: mandat-2016.platser-storstan
            document: mandat-2016
            section: Sammansättning
            sv: Storstan kan ha fyra platser, två för varje sida.
            en: The city may have four seats, two for each side.
            strength: regel
            advises: true
            because: { sv: Avviker redan., en: Departs already. }
            rule: { kind: seats, body: forum, owner: "area:storstan", seatKind: ordinarie, atMost: 4, perSide: 2 }
            requirements: [R86]
          - id: mandat-2016.platser-sidor
            document: mandat-2016
            section: Sammansättning
            sv: Sidorna har två platser var och en för stöd.
            en: The sides have two seats each and one for support.
            strength: regel
            advises: true
            because: { sv: Avviker redan., en: Departs already. }
            rule: { kind: seats, body: forum, owner: side, counts: { ordinarie: 2, stod: 1 } }
            requirements: [R88]
          - { id: mandat-2016.ursprung-omrade, document: mandat-2016, section: Uppgifter, sv: Områden lämnar in., en: Areas submit., strength: regel, rule: { kind: origin, origin: omrade, role: leder } }
          - { id: mandat-2016.ursprung-sida, document: mandat-2016, section: Uppgifter, sv: Sidor lämnar in., en: Sides submit., strength: regel, rule: { kind: origin, origin: sida, role: lamnar-in } }
          - { id: mandat-2016.vice, document: mandat-2016, section: Sammansättning, sv: Vice ordförande kommer från den andra sidan., en: The vice chair comes from the other side., strength: regel, rule: { kind: vice-from-other-side, role: leder-motet-ibland } }
          - { id: mandat-2016.omraden-utser, document: mandat-2016, section: Sammansättning, sv: Områdena utser själva., en: The areas appoint themselves., strength: regel, rule: { kind: owner-appoints, owner: area } }
          - { id: mandat-2016.sidor-utser, document: mandat-2016, section: Sammansättning, sv: Sidorna utser själva., en: The sides appoint themselves., strength: regel, rule: { kind: owner-appoints, owner: side } }
          - { id: praxis.forslag, document: praxis, section: Beredning, sv: Ett förslag läggs fram., en: A proposal is laid., strength: praxis, rule: { kind: proposal-or-reason }, guards: [Bered] }
          - { id: bild-2024.sagt, document: bild-2024, section: Bild 3, sv: Sagt men inte antaget., en: Told but not adopted., strength: regel, rule: { kind: minutes-required } }
          - { id: mandat-2027.sortering, ruleSets: [2027-utkast], replaces: mandat-2016.sortering, document: mandat-2027, section: Sortering, sv: Nytt sätt., en: A new way., strength: regel, rule: { kind: sides-must-agree }, guards: [SorteraNytt] }
        disagreement:
          clause: mandat-2016.sortering
          settledBy:
            - { role: chef, side: kusten, title: { sv: Kustens chef, en: Head of the coast } }
        deadlines:
          - { key: oenighet, value: 10, unit: working-days, strength: harledd, clause: mandat-2016.sortering, sv: Tid att enas., en: Time to agree. }
        thresholds:
          - { key: informationsandel, value: 40, unit: percent, strength: onskemal, sv: Högsta andel information., en: Highest share of information. }
        """;

    public static OrganisationModel Organisation()
    {
        var result = OrganisationReader.Read("organisation/exempel.yaml", OrganisationText);
        Assert.That(result.Findings, Is.Empty);
        return result.Model ?? throw new InvalidOperationException("No findings, so there is a model.");
    }

    public static MandateModel Mandate()
    {
        var result = MandateReader.Read("organisation/mandat.yaml", MandateText);
        Assert.That(result.Findings, Is.Empty);
        return result.Model ?? throw new InvalidOperationException("No findings, so there is a model.");
    }
}
