using CaseFlow.Cases.Access;
using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Timeline;
using CaseFlow.Contracts.Intake;
using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;

namespace CaseFlow.Cases.Intake;

/// <param name="Answers">The submission form's fields by key.</param>
/// <param name="DraftId">The draft that this was written in; it is gone once the case is in.</param>
/// <param name="CandidateId">The candidate case (övrig fråga) that is taken up with it.</param>
public sealed record SubmitCaseRequest(Origin Origin, FormAnswers Answers, Guid? DraftId = null, Guid? CandidateId = null);

/// <param name="Number">The case's own number, <c>2026-00017</c>.</param>
public sealed record SubmitCaseReceipt(Guid CaseId, string Number, long Version);

/// <summary>Hands in a case (lämna in ärende, R24, R25): checks the form and the origin, stores what was written, and starts the process that waits for it.</summary>
public sealed class SubmitCase(ProcessStore store, BundleCatalog bundles, WishedMeetings meetings, TimeProvider time)
{
    /// <summary>The message that starts a case in the deployed models.</summary>
    public const string StartMessage = "arende.inlamnat";

    /// <summary>The form that is asked, beside the model that the message starts.</summary>
    public const string FormKey = "lamna-in";

    private const string TitleField = "rubrik";
    /// <summary>The answer that names the meeting wished for.</summary>
    public const string WishedMeetingField = "onskatMote";

    public Task<Outcome<SubmitCaseReceipt>> Handle(Actor actor, string? requestId, SubmitCaseRequest request, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        return store.Run<SubmitCaseReceipt>(actor, nameof(SubmitCase), requestId, (unit, token) => Decide(unit, request, token), ct);
    }

    /// <summary>What would be refused if this were handed in now; empty when nothing would.</summary>
    public async Task<IReadOnlyList<Refusal>> Check(Actor actor, SubmitCaseRequest request, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await bundles.Current(ct) is not { } bundle || Opening(bundle) is not { } opening)
            return [IntakeRefusals.NoForm()];
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), WorkingDays.Zone).DateTime);
        return Faults(actor, bundle, opening.Form, request, await meetings.Coming(today, ct), today, time.GetUtcNow()).Refusals;
    }

    /// <summary>The process that a submitted case starts, and its form; null before anything is deployed.</summary>
    public static (ProcessModel Process, FormSchema Form)? Opening(ModelBundle? bundle) =>
        bundle?.Processes.FirstOrDefault(p => p.MessageStarts.Any(m => m.MessageName == StartMessage)) is { } process
        && FormFiles.Find(bundle, process.Id, FormKey) is { } form
            ? (process, form)
            : null;

    /// <summary>Hands in inside another use case's commit: a closed case that is taken up again.</summary>
    internal static async Task<Outcome<SubmitCaseReceipt>> Decide(ProcessUnit unit, SubmitCaseRequest request, CancellationToken ct)
    {
        var bundle = await unit.CurrentBundle(ct);
        if (bundle is null || Opening(bundle) is not { } opening)
            return IntakeRefusals.NoForm();

        var coming = await WishedMeetings.Coming(unit.Db, unit.Today, ct);
        var examined = Faults(unit.Actor, bundle, opening.Form, request, coming, unit.Today, unit.Now);
        return examined.Refusals.Count > 0
            ? Outcome<SubmitCaseReceipt>.Refused(examined.Refusals)
            : await Start(unit, opening.Process, opening.Form, request, examined.Clause.Value, examined.Answers.Value, ct);
    }

    private static Examined Faults(
        Actor actor, ModelBundle bundle, FormSchema form, SubmitCaseRequest request, IReadOnlyList<Meeting> coming, DateOnly today, DateTimeOffset now)
    {
        var clauses = DeployedOrganisation.Of(bundle).Rules.All(RuleKinds.Origin, today);
        var allowed = IntakeRules.Check(clauses, actor, request.Origin, request.Answers);
        var asked = FormCheck.Run(form, [], request.Answers, FormVariables(request.Origin, coming), new FeelEnvironment(now));
        return new(allowed, asked, allowed.IsAccepted && asked.IsAccepted ? [] : Both(allowed.Refusals, asked.Refusals));
    }

    private static async Task<Outcome<SubmitCaseReceipt>> Start(
        ProcessUnit unit, ProcessModel process, FormSchema form, SubmitCaseRequest request, MandateCitation clause, CheckedAnswers asked, CancellationToken ct)
    {
        var id = unit.Ids.Next();
        var origin = request.Origin;
        var level = origin.Area is { } area ? (await unit.Organisation(ct)).Organisation.BodiesAt(unit.Today).FirstOrDefault(b => b.Area == area)?.Level ?? "" : "";
        var row = new CaseRow
        {
            Id = id,
            Title = asked.Answers.Text(TitleField) ?? "",
            OriginKind = origin.Area is null ? CaseOrigins.Side : CaseOrigins.Area,
            OriginArea = origin.Area,
            OriginSide = origin.Side,
            OriginLevel = level,
            Level = level,
            SubmittedBy = unit.Actor.AccountId,
            SubmittedAt = unit.Now,
            StatusSince = unit.Now,
            ChangedAt = unit.Now,
        };
        row.Index();
        unit.Db.Cases.Add(row);
        unit.Db.Set<Submission>().Add(new Submission { CaseId = id, Answers = asked.Answers.ToJson(), SearchText = Words(form, asked.Answers), FormKey = FormKey });
        await CaseTags.Keep(unit.Db, id, form, asked.Answers, ct);
        if (request.DraftId is { } draftId && await unit.Db.Set<Draft>().FindAsync([draftId], ct) is { } draft && draft.OwnerId == unit.Actor.AccountId)
        {
            unit.Db.Remove(draft);
            // Settled by somebody else while this was written: the case is handed in all the same, as one of its own.
            if (request.CandidateId is null && draft.CandidateId is { } raised && await unit.Db.Set<CandidateCase>().FindAsync([raised], ct) is { SettledAt: null }
                && await CloseCandidate.TakeUp(unit, raised, id, ct) is { } taken)
                return taken;
        }

        if (request.CandidateId is { } candidate && await CloseCandidate.TakeUp(unit, candidate, id, ct) is { } settled)
            return settled;

        var variables = asked.Codes
            .With(OriginVariables(origin))
            .With("arende", FeelValue.Of(id.ToString("N")))
            .With("inlamnarroll", FeelValue.Of(clause.Settings.Text("role")));
        var started = await unit.Start(id, CaseOrigins.SubjectKind, new StartProcess(process.Id, variables, StartMessage), ct, id.ToString("N"));
        if (!started.IsAccepted)
            return Outcome<SubmitCaseReceipt>.Refused(started.Refusals);

        var instance = started.Value;
        unit.Publish(new CaseSubmitted(id, instance.Number ?? "", instance.NextVersion, origin.Area, origin.Side, WishedMeeting(asked.Answers), unit.Now), id);
        return Outcome<SubmitCaseReceipt>.Accepted(new(id, instance.Number ?? "", instance.NextVersion));
    }

    private static string Words(FormSchema form, FormAnswers answers) =>
        CaseSearch.Normalise(string.Join(' ', form.Fields.Where(f => f.IsWords).Select(f => answers.Text(f.Key)).OfType<string>()));

    /// <summary>What the form's conditions and choices read.</summary>
    public static FeelContext FormVariables(Origin origin, IEnumerable<Meeting> coming) => WishedMeetings.Variables(coming).With(OriginVariables(origin));

    private static FeelContext OriginVariables(Origin origin) => FeelContext.Of(
    [
        new("ursprung", FeelValue.Of(origin.Code)),
        new("ursprungsomrade", FeelValue.Of(origin.Area)),
        new("inlamnarsida", FeelValue.Of(origin.Side)),
    ]);

    private static Guid? WishedMeeting(FormAnswers answers) => Guid.TryParse(answers.Text(WishedMeetingField), out var id) ? id : null;

    // The form says what is missing in its own words and order; where the mandate demands the very same answer, its clause is cited.
    private static IReadOnlyList<Refusal> Both(IReadOnlyList<Refusal> rules, IReadOnlyList<Refusal> form) =>
        rules.Any(r => r.Kind == RefusalKind.Forbidden)
            ? rules
            : [.. form.Select(f => rules.FirstOrDefault(r => r.Field is not null && r.Field == f.Field) is { } rule ? rule with { Text = f.Text } : f),
               .. rules.Where(r => r.Field is null || form.All(f => f.Field != r.Field))];

    private sealed record Examined(Outcome<MandateCitation> Clause, Outcome<CheckedAnswers> Answers, IReadOnlyList<Refusal> Refusals);
}
