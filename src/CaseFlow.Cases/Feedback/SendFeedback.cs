using System.Globalization;
using CaseFlow.Cases.Storage;
using CaseFlow.Contracts.Feedback;
using CaseFlow.Contracts.Notifications;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Cases.Feedback;

/// <summary>
/// Tells everybody whom an occasion concerns (R155): the declared decision names the recipients, the outbox carries the
/// request, and each is told by the channels of their own choice.
/// </summary>
internal static class SendFeedback
{
    private const string DecisionId = "aterkoppling";
    private const string Occasion = "skede";
    private const string MeetingDay = "motesdatum";

    /// <summary>The occasion in a topic's input.</summary>
    public static string OccasionOf(FeelContext input) => input[Occasion].AsString() ?? "";

    /// <summary>Asks for the messages and records that they were asked for.</summary>
    /// <param name="variables">What is known at the element that tells: the root does not know yet what a called process has found out.</param>
    /// <param name="date">The day that the messages name; the day of the meeting when none is given.</param>
    /// <exception cref="InvalidOperationException">The decision cannot be evaluated: becomes an incident on the task.</exception>
    public static async Task Send(ProcessUnit unit, LoadedInstance instance, FeelContext variables, string occasion, CancellationToken ct, FeelValue? date = null)
    {
        if (await unit.Db.Cases.FindAsync([instance.Id], ct) is not { } about)
            return;
        var codes = RecipientCodes(unit, instance, variables, occasion);
        var accounts = await Recipients.Of(unit, about, codes, ct);
        unit.Db.Set<FeedbackLetter>().Add(new FeedbackLetter
        {
            Id = unit.Ids.Next(),
            CaseId = instance.Id,
            Occasion = occasion,
            ToSubmitter = accounts.Contains(about.SubmittedBy, StringComparer.Ordinal),
            Recipients = accounts.Count,
            SentAt = unit.Now,
        });
        if (accounts.Count == 0)
            return;
        var number = instance.Number ?? about.Number ?? "";
        unit.Publish(new MailRequested(instance.Id, null, number, instance.NextVersion, occasion, accounts, MailCodes(date ?? variables[MeetingDay])), instance.Id);
        unit.Publish(new FeedbackSent(instance.Id, number, instance.NextVersion, occasion, accounts.Count, unit.Now), instance.Id);
    }

    private static IEnumerable<string> RecipientCodes(ProcessUnit unit, LoadedInstance instance, FeelContext variables, string occasion)
    {
        var model = instance.Bundle.FindDecision(DecisionId) ?? throw new InvalidOperationException($"The bundle has no decision '{DecisionId}'.");
        var inputs = variables.With(Occasion, FeelValue.Of(occasion));
        var result = model.Evaluate(DecisionId, inputs, new FeelEnvironment(unit.Now));
        if (result.Failure is { } failure)
            throw new InvalidOperationException($"The decision '{DecisionId}' failed: {failure.En}");
        return result.Value.AsList()?.Select(v => v.AsString()).OfType<string>() ?? (result.Value.AsString() is { } one ? [one] : []);
    }

    private static Dictionary<string, string> MailCodes(FeelValue on)
    {
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        if (on is { Kind: FeelKind.Date } && on.TryGetDate(out var day))
            codes["date"] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return codes;
    }
}
