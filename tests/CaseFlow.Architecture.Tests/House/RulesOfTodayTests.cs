using System.Text.RegularExpressions;
using NUnit.Framework;

namespace CaseFlow.Architecture.Tests.House;

/// <summary>Rules, seats, roles and deadlines are those that are deployed now: nobody asks the bundle that an instance is pinned to.</summary>
internal sealed partial class RulesOfTodayTests
{
    [Test]
    public void No_code_reads_organisation_or_mandate_from_a_pinned_bundle()
    {
        var pinned = Repository.Under("src/", ".cs").Where(file => Pinned().IsMatch(file.Text)).Select(file => file.Path);
        Assert.That(pinned, Is.Empty, "ask unit.Organisation(ct) instead");
    }

    [Test]
    public void A_planted_one_is_found()
    {
        Assert.That(Pinned().IsMatch("var rules = DeployedOrganisation.Of(context.Instance.Bundle).Rules;"), Is.True);
        Assert.That(Pinned().IsMatch("var deployed = DeployedOrganisation.Of(bundle);"), Is.False);
    }

    [GeneratedRegex(@"DeployedOrganisation\.Of\([^)]*\.Bundle\b", RegexOptions.CultureInvariant)]
    private static partial Regex Pinned();
}
