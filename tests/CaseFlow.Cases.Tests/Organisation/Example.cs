using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Organisation.Reading;

namespace CaseFlow.Cases.Tests.Organisation;

/// <summary>A collaboration that exists nowhere, so that a rule which knew a real name would fail here.</summary>
internal static class Example
{
    public const string OrganisationText = """
        sidor:
          kusten: { namn: { sv: Kustkommunerna, en: The coast municipalities }, kortnamn: Kusten }
          landet: { namn: { sv: Landets region, en: The land region }, kortnamn: Landet, diarienummer: 'LR [0-9]{4}-[0-9]{5}' }
        omraden:
          norr: { namn: Norra området, fran: 2015-01-01 }
          soder: { namn: Södra området, fran: 2015-01-01 }
          storstan: { namn: Storstadsområdet, fran: 2015-01-01 }
        parter:
          bjornvik: { namn: Björnviks kommun, slag: kommun, sida: kusten, omraden: [ { omrade: norr, fran: 2015-01-01, till: 2020-12-31 }, { omrade: soder, fran: 2021-01-01 } ] }
          almby: { namn: Almby kommun, slag: kommun, sida: kusten, omraden: [ { omrade: norr, fran: 2015-01-01 } ] }
          landet: { namn: Landets region, slag: region, sida: landet }
        platsslag:
          ordinarie: { namn: { sv: Ordinarie, en: Ordinary } }
          beredning: { namn: { sv: Stöd och beredning, en: Support and preparation } }
          adjungerad: { namn: { sv: Adjungerad, en: Co-opted }, deltar: false }
        organ:
          ledning:
            namn: Ledningsforum
            niva: lan
            agare: [kusten, landet]
            till: 2016-12-31
          forum:
            namn: Samverkansforum
            kortnamn: Forum
            niva: lan
            agare: [kusten, landet]
            ersatter: ledning
            beslutat: 2016-11-16
            fran: 2017-01-01
            platser:
              - { slag: ordinarie, omrade: alla, antal: 2, klausul: mandat-2016.platser }
              - { slag: ordinarie, omrade: storstan, minst: 2, hogst: 4, per-sida: { kusten: 2, landet: 2 }, klausul: mandat-2016.platser-storstan }
              - { slag: ordinarie, sida: alla, antal: 2, klausul: mandat-2016.platser-sidor }
              - { slag: beredning, sida: alla, antal: 1, klausul: mandat-2016.platser-sidor }
            ordforandeskap:
              fran-ar: 2017
              turordning: [kusten, landet]
              klausul: mandat-2016.ordforande
              undantag:
                - { ar: 2020, sida: kusten, skal: { sv: Pandemin, en: The pandemic } }
        roller:
          leder-processen: { namn: { sv: Processledare, en: Process leader }, galler: omrade, utses-av: [leder-processen, systemansvarig] }
          bereder: { namn: { sv: Beredare, en: Preparer }, galler: sida, utses-av: [skoter-sidan, systemansvarig] }
          skoter-sidan: { namn: { sv: Administration, en: Administration }, galler: sida, utses-av: [systemansvarig] }
          ordforande: { namn: { sv: Ordförande, en: Chair }, galler: alla, utses-av: [skoter-sidan] }
          systemansvarig: { namn: { sv: Systemansvarig, en: System administrator }, galler: alla, utses-av: [systemansvarig] }
        """;

    public const string MandateText = """
        dokument:
          mandat-2016: { titel: { sv: Uppdragshandling, en: Mandate }, antagen-av: ledning, antagen: 2016-11-16, fran: 2017-01-01 }
          mandat-2027: { titel: { sv: Utkast till uppdragshandling, en: Draft mandate }, fran: 2027-01-01, utkast: true }
        klausuler:
          mandat-2016.sortering:
            dokument: mandat-2016
            avsnitt: Arbetsformer
            styrka: regel
            text: { sv: De två sidorna sorterar tillsammans., en: The two sides sort together. }
            regel: sidor-eniga
            varden: { sidor: [kusten, landet], dagar: 10 }
            vakt: [arende]
            krav: [R43]
          mandat-2016.forslag:
            dokument: mandat-2016
            avsnitt: Arbetsformer
            styrka: praxis
            text: { sv: Ett förslag läggs fram., en: A proposal is laid. }
            regel: forslag-vantas
            till: 2025-12-31
          mandat-2027.sortering:
            dokument: mandat-2027
            avsnitt: Sortering
            styrka: regel
            text: { sv: Nytt sätt att sortera., en: A new way to sort. }
            regel: sidor-eniga
        """;

    public static OrganisationModel Organisation()
    {
        var result = OrganisationReader.Read("organisation.yaml", OrganisationText);
        Assert.That(result.Findings, Is.Empty);
        return result.Model ?? throw new InvalidOperationException("No findings, so there is a model.");
    }

    public static MandateModel Mandate()
    {
        var result = MandateReader.Read("mandat.yaml", MandateText);
        Assert.That(result.Findings, Is.Empty);
        return result.Model ?? throw new InvalidOperationException("No findings, so there is a model.");
    }
}
