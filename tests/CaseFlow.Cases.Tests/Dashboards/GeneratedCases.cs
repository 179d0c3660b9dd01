using CaseFlow.Cases.Feedback;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Sorting;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Tasks;
using CaseFlow.Cases.Timeline;
using CaseFlow.Engine.Execution;

namespace CaseFlow.Cases.Tests.Dashboards;

/// <summary>Cases with a random life, written as facts and as the rows that the facts become. All times are whole hours, so that hours can be counted one by one.</summary>
internal sealed class GeneratedCases(Random random, DateTimeOffset now)
{
    public const string Preparers = "Beredning";
    private static readonly string[] Areas = ["norr", "soder", "oster", "vaster", "mitten"];
    private static readonly string[] Sides = ["ena", "andra"];
    private readonly Guid _meeting = Guid.CreateVersion7(now.AddYears(-3));
    private int _number;

    /// <summary>The lane of each element, as a model has them.</summary>
    public static IReadOnlyDictionary<string, string> Lanes { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["BedomSortering"] = Preparers,
        ["OlikaBedomningar"] = Preparers,
        ["BeredUnderlag"] = Preparers,
        ["KompletteraArendet"] = "Inlämnare",
        ["SpridOchForankra"] = "Delregional",
    };

    public IEnumerable<object> Meeting() =>
        [new Meeting { Id = _meeting, Body = "forum", Kind = Cases.Meetings.Meeting.Ordinary, Number = "Mötet", Date = SwedishDayOf(now.AddYears(-3)), PlannedBy = "test" }];

    /// <summary>The rows of one more case.</summary>
    public List<object> Next()
    {
        var id = Guid.CreateVersion7(now.AddMinutes(-_number));
        var submitted = now.AddHours(-random.Next(1, 24 * 800));
        var life = new Life(id, submitted, now, random);
        life.Tell("mottaget", submitted);
        var at = life.After(submitted, 200);
        for (var rounds = random.Next(10) < 6 ? 0 : random.Next(1, 4); rounds > 0 && at < now; rounds--)
            at = life.Step("KompletteraArendet", "AnswerCompletion", at, 400, [new("processledare", null, Areas[0])]);
        var round = at;
        if (at < now)
        {
            var first = life.Step("BedomSortering", "DecideSorting", at, 300, [new("beredningsansvarig", Sides[0], null)]);
            var second = life.Step("BedomSortering", "DecideSorting", at, 300, [new("beredningsansvarig", Sides[1], null)]);
            at = first > second ? first : second;
            if (random.Next(8) == 0 && at < now)
                at = life.Step("OlikaBedomningar", "ResolveDisagreement", at, 200, [new("beredningsansvarig", Sides[0], null), new("direktor", Sides[0], null)]);
        }

        if (at < now && at > round)
        {
            life.Add(new SortingDecision { Id = Guid.CreateVersion7(at), CaseId = id, Outcome = random.Next(3) == 0 ? "partsfraga" : "forum", At = at });
            life.Tell("sortering", at);
            at = life.Step("BeredUnderlag", "PrepareMaterial", at, 900, [new("beredningsansvarig", null, null)]);
            at = Conclude(life, at);
        }

        DateTimeOffset? closed = at < now && random.Next(3) > 0 ? at : null;
        life.Add(new CaseRow
        {
            Id = id,
            Number = $"2026-{++_number:00000}",
            Title = "Ett ärende",
            OriginKind = "area",
            OriginArea = Areas[random.Next(Areas.Length)],
            SubmittedBy = "test",
            SubmittedAt = submitted,
            StatusKey = closed is null ? $"pagar-{random.Next(4)}" : "avslutat",
            StatusSv = "Läge",
            StatusEn = "State",
            StatusSince = submitted,
            ChangedAt = submitted,
            ClosedAt = closed,
        });
        return life.Rows;
    }

    private DateTimeOffset Conclude(Life life, DateTimeOffset at)
    {
        while (at < now)
        {
            at = life.After(at, 1500);
            if (at >= now)
                return at;
            var conclusion = random.Next(5) switch { 0 => "skjuts-upp", 1 => "tillbaka", _ => "tagen" };
            life.Add(new AgendaItem { Id = Guid.CreateVersion7(at), MeetingId = _meeting, Kind = ItemKinds.Position, Title = "Punkt", CaseId = life.Id, ClosedAt = at, Conclusion = conclusion });
            if (conclusion != "tagen")
                continue;
            life.Tell("stallningstagande", at);
            var last = at;
            foreach (var area in Areas.Take(random.Next(Areas.Length)))
                last = Later(last, life.Step("SpridOchForankra", "ConfirmSpread", at, 1000, [new("representant", null, area), new("processledare", null, area)]));
            return last;
        }

        return at;
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateOnly SwedishDayOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.UtcDateTime);

    /// <summary>One case while it is written.</summary>
    private sealed class Life(Guid id, DateTimeOffset submitted, DateTimeOffset now, Random random)
    {
        private readonly InstanceRow _instance = new()
        {
            Id = id,
            SubjectKind = "case",
            ProcessId = "lansarende",
            CorrelationKey = id.ToString("N"),
            BundleHash = "none",
            State = [],
            ChainHash = [],
            StartedAt = submitted,
            ChangedAt = submitted,
        };

        private readonly List<object> _rows = [];
        private long _key;

        public Guid Id => id;

        public List<object> Rows => [_instance, .. _rows];

        public void Add(object row) => _rows.Add(row);

        public DateTimeOffset After(DateTimeOffset at, int mostHours) => at.AddHours(random.Next(1, mostHours));

        public void Tell(string occasion, DateTimeOffset at) => Add(new FeedbackLetter { Id = Guid.CreateVersion7(at), CaseId = id, Occasion = occasion, ToSubmitter = true, Recipients = 1, SentAt = at });

        /// <summary>A step that is opened, and done unless its time has not come.</summary>
        /// <returns>When it is done, which may lie ahead.</returns>
        public DateTimeOffset Step(string element, string command, DateTimeOffset at, int mostHours, TaskCandidate[] candidates)
        {
            var done = After(at, mostHours);
            var key = ++_key;
            var row = new TaskRow
            {
                InstanceId = id,
                TaskKey = key,
                SubjectKind = "case",
                ProcessId = "lansarende",
                ElementId = element,
                Name = element,
                LaneName = Lanes[element],
                CommandName = command,
                OpenedAt = at,
                EndedAt = done < now ? done : null,
                End = done < now ? TaskEnd.Done : null,
            };
            row.Candidates.AddRange(candidates.Select((c, i) => new TaskCandidateRow { InstanceId = id, TaskKey = key, Ordinal = i, Role = c.Role, Side = c.Side, Area = c.Area }));
            Add(row);
            Record(new UserTaskOpened(key, element, new(candidates, null, command)), at);
            if (done < now)
                Record(new UserTaskDone(key, element, null), done);
            return done;
        }

        private void Record(Fact fact, DateTimeOffset at)
        {
            var (name, version, json) = FactJson.Write(fact);
            Add(new FactRow { InstanceId = id, Sequence = ++_instance.FactCount, Name = name, FactVersion = version, Json = json, At = at, Actor = "test", Hash = [] });
        }
    }
}
