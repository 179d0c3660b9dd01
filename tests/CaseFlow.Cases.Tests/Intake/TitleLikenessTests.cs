using CaseFlow.Cases.Intake;

namespace CaseFlow.Cases.Tests.Intake;

[TestFixture]
public sealed class TitleLikenessTests
{
    [TestCase("Gemensam rutin för utskrivning", "Gemensamma rutiner vid utskrivning")]
    [TestCase("Gemensam rutin för utskrivning", "GEMENSAM RUTIN VID UTSKRIVNING")]
    [TestCase("Läkarmedverkan i hemsjukvården", "Lakarmedverkan i hemsjukvarden")]
    [TestCase("Hjälpmedel vid flytt", "Vid flytt: hjälpmedel")]
    [TestCase("Trygg hemga\u030Ang", "Trygg hemg\u00E5ng")]
    [Property("Requirement", "R36")]
    public void Titles_of_one_matter_are_near_each_other(string one, string other) =>
        Assert.That(TitleLikeness.Of(one, other), Is.GreaterThanOrEqualTo(TitleLikeness.Near));

    [TestCase("Gemensam rutin för utskrivning", "Ansvar för hjälpmedel vid flytt")]
    [TestCase("Rutin för avvikelser", "Rutin vid utskrivning")]
    [TestCase("", "Gemensam rutin")]
    [Property("Requirement", "R36")]
    public void Titles_of_different_matters_are_not(string one, string other) =>
        Assert.That(TitleLikeness.Of(one, other), Is.LessThan(TitleLikeness.Near));
}
