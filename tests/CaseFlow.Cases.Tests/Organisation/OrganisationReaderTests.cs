using CaseFlow.Cases.Organisation.Reading;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Cases.Tests.Organisation;

public sealed class OrganisationReaderTests
{
    [TestCase("short: Forum", "shrt: Forum", "YAML-UNKNOWN-KEY")]
    [TestCase("    level: lan\n", "    nivå: lan\n", "YAML-UNKNOWN-KEY")]
    [TestCase("decidedOn: 2016-11-16", "decidedOn: 16 november", "YAML-NOT-DATE")]
    [TestCase("party: almby", "party: nyby", "YAML-REFERENCE")]
    [TestCase("succeededBy: forum", "succeededBy: ledning", "ORG-SUCCESSION")]
    [TestCase("validTo: 2016-12-31, succeededBy: forum", "succeededBy: forum", "ORG-SUCCESSION-OPEN")]
    [TestCase("succeededBy: forum", "succeededBy: ingen", "YAML-REFERENCE")]
    [TestCase("firstYear: 2017", "firstYear: tjugosjutton", "YAML-NOT-NUMBER")]
    [TestCase("  sides: [kusten, landet]\n", "  sides: [kusten, kusten]\n", "ORG-CHAIR-SIDES")]
    [TestCase("owner: \"area:norr\", kind: ordinarie, side: kusten", "owner: \"norr\", kind: ordinarie, side: kusten", "ORG-SEAT-OWNER")]
    [TestCase("owner: \"side:kusten\"", "owner: \"side:bergen\"", "YAML-REFERENCE")]
    [TestCase("because: { sv: Pandemin, en: The pandemic }", "because: { sv: Pandemin }", "YAML-MISSING")]
    [TestCase("validFrom: 2015-01-01, validTo: 2020-12-31", "validFrom: 2015-01-01, validTo: 2014-12-31", "YAML-PERIOD")]
    [TestCase("pattern: 'LR [0-9]{4}-[0-9]{5}'", "pattern: 'LR ([0-9]+'", "YAML-PATTERN")]
    [TestCase("pattern: 'LR [0-9]{4}-[0-9]{5}'", "pattern: '(a)\\1'", "YAML-PATTERN")]
    [TestCase("example: LR 2026-00001", "example: LR 26-1", "ORG-EXAMPLE")]
    [TestCase("scope: none", "scope: hela", "YAML-NOT-WORD")]
    [TestCase("decides: true", "decides: kanske", "YAML-NOT-FLAG")]
    [TestCase("{ key: almby, name", "{ key: bjornvik, name", "YAML-REFERENCE", false)]
    [TestCase("timeZone: Europe/Stockholm", "timeZone: Europa/Stockholm", "ORG-TIME-ZONE")]
    [TestCase("url: \"https://kusten.example\"", "url: \"javascript:alert(1)\"", "ORG-URL")]
    [TestCase("stod:landet", "stod-landet", "ORG-MINUTES-GROUP")]
    [TestCase("- cases", "- ärenden", "YAML-NOT-WORD", false)]
    [TestCase("{ roles: [leder-motet, leder-motet-ibland] }", "{ roles: [leder-motet] }", "ORG-INCOMPATIBLE")]
    [TestCase("{ roles: [foretrader], by", "{ by", "ORG-APPOINTMENT")]
    public void A_fault_is_told_with_its_line_in_both_languages_and_nothing_is_deployed(string right, string wrong, string code, bool sameLine = true)
    {
        var text = Example.OrganisationText.Replace(right, wrong, StringComparison.Ordinal);
        Assert.That(text, Is.Not.EqualTo(Example.OrganisationText), "the example has what the test spoils");

        var result = OrganisationReader.Read("organisation.yaml", text);

        var line = text[..text.IndexOf(wrong, StringComparison.Ordinal)].Count(c => c == '\n') + 1;
        var finding = result.Findings.FirstOrDefault(f => f.Code == code);
        Assert.That(finding, Is.Not.Null, string.Join('\n', result.Findings));
        Assert.Multiple(() =>
        {
            if (sameLine)
                Assert.That(finding!.Line, Is.EqualTo(line));
            Assert.That(finding!.File, Is.EqualTo("organisation.yaml"));
            Assert.That(finding.Severity, Is.EqualTo(FindingSeverity.Error));
            Assert.That(finding.Sv, Is.Not.Empty.And.Not.EqualTo(finding.En));
            Assert.That(result.Model, Is.Null);
        });
    }

    [Test]
    public void All_faults_are_told_at_once()
    {
        var text = Example.OrganisationText
            .Replace("    level: lan", "    levl: lan", StringComparison.Ordinal)
            .Replace("firstYear: 2017", "firstYear: x", StringComparison.Ordinal);

        var result = OrganisationReader.Read("organisation.yaml", text);

        Assert.That(result.Findings.Select(f => f.Code), Is.SupersetOf(new[] { "YAML-UNKNOWN-KEY", "YAML-MISSING", "YAML-NOT-NUMBER" }));
    }

    [TestCase("a: [", "YAML-UNREADABLE")]
    [TestCase("- a", "YAML-NO-MAPPING")]
    [TestCase("", "YAML-NO-MAPPING")]
    [TestCase("a: 1\n---\nb: 2", "YAML-NO-MAPPING")]
    [TestCase("sides: &a { b: 1 }\nareas: *a", "YAML-ANCHOR")]
    [TestCase("sides: !!python/object x", "YAML-ANCHOR")]
    [TestCase("sides: 1\nsides: 2", "YAML-UNREADABLE")]
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
