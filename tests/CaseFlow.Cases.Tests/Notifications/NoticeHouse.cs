using CaseFlow.Cases.Access;
using CaseFlow.Cases.Notifications;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Tests.Messaging;
using CaseFlow.Cases.Timeline;
using CaseFlow.Contracts.Notifications;
using CaseFlow.Messaging.Hosting;
using CaseFlow.Messaging.Mailing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace CaseFlow.Cases.Tests.Notifications;

/// <summary>Notices and mail on a database of their own.</summary>
internal sealed class NoticeHouse : IDisposable
{
    public static readonly Guid Case = Guid.Parse("019a8b00-0000-7000-8000-000000000017");

    private readonly TestDatabase _database = TestDatabase.Sqlite();
    private readonly Wakes _wakes;

    public NoticeHouse(DateTimeOffset? now = null)
    {
        Time = new ManualTime(now ?? new DateTimeOffset(2027, 3, 4, 12, 0, 0, TimeSpan.Zero));
        _wakes = new Wakes(Time);
        var ids = new Ids(Time);
        Notices = new WriteNotices(ids, Time, Links);
        Read = new ReadNotices(_database.Factory, Time);
        Pace = new ChooseMailPace(_database.Factory, Time);
        Outbox = new MailOutbox(_database.Factory, Time);
        Summaries = new WriteWeeklySummaries(_database.Factory, Time, ids, Links);
    }

    public static MailLinks Links { get; } = new(new Uri("https://caseflow.example/"));

    public ManualTime Time { get; }

    public WriteNotices Notices { get; }

    public ReadNotices Read { get; }

    public ChooseMailPace Pace { get; }

    public MailOutbox Outbox { get; }

    public WriteWeeklySummaries Summaries { get; }

    public CaseFlowDb Open() => _database.Factory.CreateDbContext();

    public MailDelivery Delivery(SmtpSink? sink) =>
        new(_database.Factory, new SmtpChannel(Options(sink?.Port), Links), new OneLink(), _wakes, Time, NullLogger<MailDelivery>.Instance);

    /// <summary>Gives every holder the same link, but none to <see cref="Guid.Empty"/>.</summary>
    private sealed class OneLink : IPersonalLinks
    {
        public Task<PersonalLink?> Make(CaseFlowDb db, Guid holder, CancellationToken ct) =>
            Task.FromResult(holder == Guid.Empty ? null : new PersonalLink("radet@vard.example", "hemlig"));
    }

    public static MailOptions Options(int? port) => new(port is null ? null : "127.0.0.1", port ?? 25, "caseflow@caseflow.example", false, null, null);

    public async Task<Actor> Account(string id, string language = "sv", string? email = null, params IEnumerable<RoleGrant> grants)
    {
        await using var db = Open();
        db.Add(new Account { Id = id, UserName = id, Email = email ?? $"{id}@vard.example", DisplayName = "Namn Namnsson", Language = language });
        var roles = grants.ToList();
        foreach (var grant in roles)
            db.Add(new RoleAssignment { Id = Guid.CreateVersion7(), AccountId = id, Role = grant.Role, Side = grant.Side, Area = grant.Area, ValidFrom = new DateOnly(2026, 1, 1), GivenBy = "system" });
        await db.SaveChangesAsync();
        return new(id, roles);
    }

    public async Task AddCase()
    {
        await using var db = Open();
        var row = new CaseRow
        {
            Id = Case,
            Number = "2027-00017",
            Title = "Känslig rubrik om en patient",
            OriginKind = "area",
            SubmittedBy = "konto-1",
            StatusKey = "under-sortering",
            StatusSv = "Under sortering",
            StatusEn = "Being sorted",
            NextStep = "Bedöm sortering",
            NextStepEn = "Assess the case",
            OwnerText = "Beredning",
            OwnerTextEn = "Preparation",
        };
        row.Index();
        db.Add(row);
        await db.SaveChangesAsync();
    }

    /// <summary>Tells accounts of a case, as the consumer does.</summary>
    public async Task Tell(string template, IReadOnlyList<string> accounts, Guid? cause = null, params (string Key, string Value)[] codes)
    {
        await using var db = Open();
        await Notices.Write(
            db, cause ?? Guid.CreateVersion7(),
            new MailRequested(Case, null, "2027-00017", 3, template, accounts, codes.ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal)),
            CancellationToken.None);
        await db.SaveChangesAsync();
    }

    public async Task<IReadOnlyList<Mail>> Mails()
    {
        await using var db = Open();
        return await db.Set<Mail>().AsNoTracking().OrderBy(m => m.AccountId).ToListAsync();
    }

    public void Dispose()
    {
        _wakes.Dispose();
        _database.Dispose();
    }
}
