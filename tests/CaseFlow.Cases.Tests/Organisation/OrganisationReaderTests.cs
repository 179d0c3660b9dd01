using CaseFlow.Cases.Organisation.Reading;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Cases.Tests.Organisation;

public sealed class OrganisationReaderTests
{
    [TestCase("niva: lan", "nivaa: lan", "YAML-UNKNOWN-KEY")]
    [TestCase("fran: 2017-01-01", "fran: 1 januari 2017", "YAML-NOT-DATE")]
    [TestCase("sida: kusten, omraden: [ { omrade: norr, fran: 2015-01-01 } ]", "sida: bergen, omraden: [ { omrade: norr, fran: 2015-01-01 } ]", "ORG-REFERENCE")]
    [TestCase("ersatter: ledning", "ersatter: forum", "ORG-SUCCESSION")]
    [TestCase("ersatter: ledning", "ersatter: ingen", "ORG-REFERENCE")]
    [TestCase("fran-ar: 2017", "fran-ar: tjugosjutton", "YAML-NOT-NUMBER")]
    [TestCase("turordning: [kusten, landet]", "turordning: [kusten, kusten]", "ORG-CHAIR-TURN")]
    [TestCase("{ slag: ordinarie, sida: alla, antal: 2,", "{ slag: ordinarie, sida: alla, omrade: norr, antal: 2,", "ORG-SEAT-OWNER")]
    [TestCase("minst: 2, hogst: 4", "minst: 5, hogst: 4", "ORG-SEAT-COUNT")]
    [TestCase("skal: { sv: Pandemin, en: The pandemic }", "skal: { sv: Pandemin }", "YAML-MISSING")]
    [TestCase("fran: 2015-01-01, till: 2020-12-31", "fran: 2015-01-01, till: 2014-12-31", "ORG-PERIOD")]
    [TestCase("diarienummer: 'LR [0-9]{4}-[0-9]{5}'", "diarienummer: 'LR ([0-9]+'", "ORG-PATTERN")]
    [TestCase("diarienummer: 'LR [0-9]{4}-[0-9]{5}'", "diarienummer: '(a)\\1'", "ORG-PATTERN")]
    [TestCase("galler: sida, utses-av: [systemansvarig]", "galler: hela, utses-av: [systemansvarig]", "ORG-SCOPE")]
    [TestCase("deltar: false", "deltar: kanske", "YAML-NOT-FLAG")]
    [TestCase("agare: [kusten, landet]\n    till", "agare: { a: b }\n    till", "YAML-NOT-TEXT")]
    public void A_fault_is_told_with_its_line_in_both_languages_and_nothing_is_deployed(string right, string wrong, string code)
    {
        var text = Example.OrganisationText.Replace(right, wrong, StringComparison.Ordinal);
        Assert.That(text, Is.Not.EqualTo(Example.OrganisationText), "the example has what the test spoils");

        var result = OrganisationReader.Read("organisation.yaml", text);

        var line = text[..text.IndexOf(wrong, StringComparison.Ordinal)].Count(c => c == '\n') + 1;
        var finding = result.Findings.FirstOrDefault(f => f.Code == code);
        Assert.That(finding, Is.Not.Null, string.Join('\n', result.Findings));
        Assert.Multiple(() =>
        {
            Assert.That(finding!.Line, Is.EqualTo(line));
            Assert.That(finding.File, Is.EqualTo("organisation.yaml"));
            Assert.That(finding.Severity, Is.EqualTo(FindingSeverity.Error));
            Assert.That(finding.Sv, Is.Not.Empty.And.Not.EqualTo(finding.En));
            Assert.That(result.Model, Is.Null);
        });
    }

    [Test]
    public void All_faults_are_told_at_once()
    {
        var text = Example.OrganisationText
            .Replace("niva: lan", "nivaa: lan", StringComparison.Ordinal)
            .Replace("fran-ar: 2017", "fran-ar: x", StringComparison.Ordinal);

        var result = OrganisationReader.Read("organisation.yaml", text);

        Assert.That(result.Findings.Select(f => f.Code), Is.SupersetOf(new[] { "YAML-UNKNOWN-KEY", "YAML-MISSING", "YAML-NOT-NUMBER" }));
    }

    [TestCase("a: [", "YAML-UNREADABLE")]
    [TestCase("- a", "YAML-NO-MAPPING")]
    [TestCase("", "YAML-NO-MAPPING")]
    [TestCase("a: 1\n---\nb: 2", "YAML-NO-MAPPING")]
    [TestCase("sidor: &a { b: 1 }\nomraden: *a", "YAML-ANCHOR")]
    [TestCase("sidor: !!python/object x", "YAML-ANCHOR")]
    [TestCase("sidor: 1\nsidor: 2", "YAML-UNREADABLE")]
    public void A_file_that_is_no_plain_mapping_is_refused(string text, string code)
    {
        var result = OrganisationReader.Read("organisation.yaml", text);

        Assert.That(result.Findings.Select(f => f.Code), Does.Contain(code));
        Assert.That(result.Model, Is.Null);
    }

    [Test]
    public void A_file_that_is_nested_without_end_is_refused_without_harm()
    {
        var result = OrganisationReader.Read("organisation.yaml", "a: " + new string('[', 100_000));

        Assert.That(result.Findings.Select(f => f.Code), Does.Contain("YAML-TOO-DEEP"));
    }

    [Test]
    public void A_file_that_is_too_long_is_refused_unread()
    {
        var result = OrganisationReader.Read("organisation.yaml", new string('#', 1_000_001));

        Assert.That(result.Findings.Select(f => f.Code), Is.EqualTo(new[] { "YAML-TOO-LONG" }));
    }
}
