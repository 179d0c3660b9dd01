using CaseFlow.Cases.Access;
using CaseFlow.Cases.Feedback;
using CaseFlow.Contracts.Notifications;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Cases.Tests.Sorting;

/// <summary>The submitter is asked to complete a case, by a date that everybody sees (R58).</summary>
internal sealed class RequestCompletionTests
{
    private MandatedHouse _house = null!; // set before each test

    [SetUp]
    public async Task Open() => _house = await MandatedHouse.Open(SortingModels.Completion, SortingModels.Feedback);

    [TearDown]
    public async Task Close() => await _house.DisposeAsync();

    [Test]
    [Property("Requirement", "R58")]
    public async Task The_date_that_the_preparer_gave_is_the_date_that_the_submitter_is_told()
    {
        var id = await Ask(FeelContext.Of([new("kompletteraSenast", FeelValue.Of(new DateOnly(2026, 12, 24)))]));

        Assert.That((await _house.Variables(id))["kompletteraSenast"], Is.EqualTo(FeelValue.Of(new DateOnly(2026, 12, 24))));
        var mail = (await _house.Published<MailRequested>()).Single();
        Assert.That((mail.CaseId, mail.Template, mail.Codes["date"]), Is.EqualTo((id, "komplettering", "2026-12-24")));
        Assert.That(mail.AccountIds, Is.EqualTo(new[] { MandatedHouse.Submitter }));
    }

    [TestCase(true, Description = "the preparer left the date open")]
    [TestCase(false, Description = "there is no assessment to take a date from")]
    [Property("Requirement", "R58")]
    public async Task Without_a_date_the_usual_working_days_of_the_mandate_hold(bool isAssessed)
    {
        var id = await Ask(isAssessed ? FeelContext.Of([new("kompletteraSenast", FeelValue.Null)]) : null);

        Assert.That((await _house.Variables(id))["kompletteraSenast"], Is.EqualTo(FeelValue.Of(new DateOnly(2026, 11, 30))), "five working days from Monday");
        Assert.That((await _house.Published<MailRequested>()).Single().Codes["date"], Is.EqualTo("2026-11-30"));
    }

    [Test]
    [Property("Requirement", "R58")]
    public async Task It_stands_on_the_case_that_the_submitter_was_asked_and_the_answer_moves_it_on()
    {
        var id = await Ask(null);
        var letter = (await _house.Rows<FeedbackLetter>()).Single();
        Assert.That((letter.CaseId, letter.Occasion, letter.ToSubmitter, letter.SentAt), Is.EqualTo((id, "komplettering", true, TestHouse.Start)));

        var leader = new Actor("leder", [new("leder", Area: MandatedHouse.OriginArea)]);
        var answered = await _house.Complete(leader, await _house.OpenTask(id, "Svara"));

        Assert.That(answered.Value.IsEnded, Is.True);
    }

    private Task<Guid> Ask(FeelContext? assessment) =>
        _house.StartCase("komplettering", ("bedomning", assessment is null ? FeelValue.Null : FeelValue.Of(assessment)), ("motesdatum", FeelValue.Null));
}
