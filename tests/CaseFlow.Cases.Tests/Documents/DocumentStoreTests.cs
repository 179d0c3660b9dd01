using System.Security.Cryptography;
using CaseFlow.Cases.Access;
using CaseFlow.Cases.Documents;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Tests.Organisation;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Tests.Documents;

[TestFixture(DatabaseProvider.Sqlite)]
[TestFixture(DatabaseProvider.PostgreSql, Category = "Servers")]
internal sealed class DocumentStoreTests(DatabaseProvider provider)
{
    private static readonly Actor Submitter = new("inlamnaren", [new("leder", Area: "norr")]);

    [Test]
    [Property("Requirement", "R66")]
    public async Task A_document_comes_back_byte_for_byte_and_every_version_keeps_its_own_hash()
    {
        await using var house = await ExampleHouse.Open(provider: provider);
        var subject = await house.Case();
        var first = Bytes(1_000_000);
        var second = Bytes(700_001);

        var added = (await Add(house, subject, first)).Value;
        var next = (await house.Get<AddDocument>().AddVersion(Submitter, null, new(added.DocumentId, 1, "b.pdf", new MemoryStream(second)), default)).Value;

        Assert.Multiple(async () =>
        {
            Assert.That(await Read(house, added.VersionId), Is.EqualTo(first));
            Assert.That(await Read(house, next.VersionId), Is.EqualTo(second));
            Assert.That((added.Number, next.Number), Is.EqualTo((1, 2)));
            Assert.That(added.Sha256, Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(first))));
            var document = (await house.Get<DocumentRegister>().Of(Submitter, subject, withWithdrawn: false, default)).Value.Single();
            Assert.That(document.Versions.Select(v => v.Sha256), Is.EqualTo(new[] { added.Sha256, next.Sha256 }));
        });
    }

    [Test]
    public async Task What_happens_to_documents_is_in_the_record_of_the_case_without_their_titles()
    {
        await using var house = await ExampleHouse.Open(provider: provider);
        var subject = await house.Case();
        await using var db = house.Db();
        var before = await db.Instances.AsNoTracking().SingleAsync(i => i.Id == subject);

        var added = (await Add(house, subject, Bytes(100))).Value;

        var after = await db.Instances.AsNoTracking().SingleAsync(i => i.Id == subject);
        var fact = System.Text.Encoding.UTF8.GetString((await db.Facts.Where(f => f.InstanceId == subject).OrderByDescending(f => f.Sequence).FirstAsync()).Json);
        Assert.Multiple(async () =>
        {
            Assert.That(after.Version, Is.EqualTo(before.Version + 1));
            Assert.That(fact, Does.Not.Contain("Underlag"));
            Assert.That(await db.Outbox.CountAsync(o => o.SubjectId == subject && o.Type == "se.caseflow.document.added.v1"), Is.EqualTo(1));
        });
        Assert.That(fact, Does.Contain(added.Sha256));
    }

    [Test]
    public async Task The_submitter_the_origin_and_those_with_tasks_add_documents_and_others_only_read()
    {
        await using var house = await ExampleHouse.Open(provider: provider);
        var subject = await house.Case("en-annan");

        Assert.Multiple(async () =>
        {
            Assert.That((await Add(house, subject, Bytes(1), new("en-annan", []))).IsAccepted, Is.True, "the submitter");
            Assert.That((await Add(house, subject, Bytes(2), ExampleHouse.Holding("foretrader", area: "norr"))).IsAccepted, Is.True, "the area of origin");
            Assert.That((await Add(house, subject, Bytes(3), ExampleHouse.Holding("bereder", "kusten"))).IsAccepted, Is.True, "a candidate of an open task");
            Assert.That((await Add(house, subject, Bytes(4), ExampleHouse.Holding("bereder", "landet"))).Refusals[0].Code, Is.EqualTo("document.no-part"));
            Assert.That((await Add(house, subject, Bytes(5), ExampleHouse.Holding("leder", area: "soder"))).Refusals[0].Kind, Is.EqualTo(RefusalKind.Forbidden));
            Assert.That((await house.Get<DocumentRegister>().Of(ExampleHouse.Holding("lasare"), subject, false, default)).Value, Has.Count.EqualTo(3));
            Assert.That((await house.Get<DocumentRegister>().Of(new("utan-roll", []), subject, false, default)).Refusals[0].Kind, Is.EqualTo(RefusalKind.NotFound));
        });
    }

    [Test]
    [Property("Requirement", "R61")]
    public async Task Only_a_position_adopts_a_version_and_then_it_can_neither_change_nor_be_withdrawn()
    {
        await using var house = await ExampleHouse.Open(provider: provider);
        var subject = await house.Case();
        var added = (await Add(house, subject, Bytes(10))).Value;
        var move = house.Get<MoveDocumentOn>();
        var version = (await move.SetMaturity(Submitter, null, added.DocumentId, 1, DocumentMaturity.Proposal, default)).Value;

        var byHand = await move.SetMaturity(Submitter, null, added.DocumentId, version, DocumentMaturity.Adopted, default);
        await house.Get<ProcessStore>().Run<bool>(Actor.System, "Test", null, async (unit, ct) =>
            Outcome<bool>.Accepted(await MoveDocumentOn.Adopt(unit, subject, [added.VersionId], ct) is not null), default);
        var after = await move.SetMaturity(Submitter, null, added.DocumentId, version, DocumentMaturity.WorkingMaterial, default);
        var withdrawn = await move.Withdraw(Submitter, null, added.DocumentId, version, default);
        var later = await house.Get<AddDocument>().AddVersion(Submitter, null, new(added.DocumentId, version, "b.pdf", new MemoryStream(Bytes(11))), default);

        Assert.Multiple(() =>
        {
            Assert.That(byHand.Refusals[0].Code, Is.EqualTo("document.only-a-decision-adopts"));
            Assert.That(after.Refusals[0].Code, Is.EqualTo("document.adopted"));
            Assert.That(withdrawn.Refusals[0].Code, Is.EqualTo("document.adopted"));
            Assert.That(later.Value.Number, Is.EqualTo(2), "a new version can come after");
        });
    }

    [Test]
    [Property("Requirement", "R176")]
    public async Task The_same_file_again_is_pointed_out_on_the_case_and_refused_as_a_version()
    {
        await using var house = await ExampleHouse.Open(provider: provider);
        var subject = await house.Case();
        var added = (await Add(house, subject, Bytes(10))).Value;

        Assert.That((await Add(house, subject, Bytes(10))).Value.SameAs, Is.EqualTo(added.DocumentId));
        var again = await house.Get<AddDocument>().AddVersion(Submitter, null, new(added.DocumentId, 1, "a.pdf", new MemoryStream(Bytes(10))), default);
        Assert.That(again.Refusals[0].Code, Is.EqualTo("document.same-file"));
    }

    [Test]
    public async Task A_withdrawn_document_is_gone_from_the_list_and_can_still_be_opened_by_id()
    {
        await using var house = await ExampleHouse.Open(provider: provider);
        var subject = await house.Case();
        var added = (await Add(house, subject, Bytes(10))).Value;
        await house.Get<MoveDocumentOn>().Withdraw(Submitter, null, added.DocumentId, 1, default);

        Assert.That((await house.Get<DocumentRegister>().Of(Submitter, subject, false, default)).Value, Is.Empty);
        Assert.That(await Read(house, added.VersionId), Is.EqualTo(Bytes(10)));
    }

    [Test]
    public async Task A_repeated_upload_gives_the_first_answer_and_stores_nothing_more()
    {
        await using var house = await ExampleHouse.Open(provider: provider);
        var subject = await house.Case();

        var first = await Add(house, subject, Bytes(10), requestId: "r1");
        var second = await Add(house, subject, Bytes(10), requestId: "r1");

        await using var db = house.Db();
        Assert.That((second.Value.VersionId, await db.Set<DocumentVersion>().CountAsync()), Is.EqualTo((first.Value.VersionId, 1)));
    }

    [Test]
    public async Task Wrong_title_and_wrong_file_are_told_at_once()
    {
        await using var house = await ExampleHouse.Open(provider: provider);
        var subject = await house.Case();

        var outcome = await house.Get<AddDocument>().Handle(Submitter, null, new(subject, "", "a.exe", Stream.Null), default);

        Assert.That(outcome.Refusals.Select(r => r.Code), Is.EqualTo(new[] { "input.needed", "document.kind" }));
    }

    [Test]
    public async Task Each_side_records_its_own_diary_numbers_in_its_own_form()
    {
        await using var house = await ExampleHouse.Open(provider: provider);
        var subject = await house.Case();
        var diary = house.Get<RegisterDiaryNumber>();
        var landet = ExampleHouse.Holding("skoter", "landet");

        Assert.Multiple(async () =>
        {
            Assert.That((await diary.Handle(landet, null, subject, "landet", " LR 2026-00017 ", default)).Value, Is.EqualTo("LR 2026-00017"));
            Assert.That((await diary.Handle(landet, null, subject, "landet", "LR 2026-00017", default)).Refusals[0].Code, Is.EqualTo("diary-number.there"));
            Assert.That((await diary.Handle(landet, null, subject, "landet", "17/26", default)).Refusals[0].Text.Sv, Does.Contain("LR 2026-00001"));
            Assert.That((await diary.Handle(landet, null, subject, "kusten", "K 1", default)).Refusals[0].Kind, Is.EqualTo(RefusalKind.Forbidden));
            Assert.That((await diary.Handle(landet, null, subject, "bergen", "K 1", default)).Refusals[0].Code, Is.EqualTo("diary-number.no-party"));
        });
        Assert.That((await house.Get<DocumentRegister>().DiaryNumbers(subject, default)).Select(n => n.Number), Is.EqualTo(new[] { "LR 2026-00017" }));
    }

    private static Task<Outcome<AddedDocument>> Add(ExampleHouse house, Guid subject, byte[] content, Actor? actor = null, string? requestId = null) =>
        house.Get<AddDocument>().Handle(actor ?? Submitter, requestId, new(subject, "Underlag", "a.pdf", new MemoryStream(content)), default);

    private static async Task<byte[]> Read(ExampleHouse house, Guid versionId)
    {
        var file = (await house.Get<DocumentRegister>().Open(ExampleHouse.Holding("lasare"), versionId, default)).Value;
        using var memory = new MemoryStream();
        await file.WriteTo(memory, default);
        return memory.ToArray();
    }

    private static byte[] Bytes(int length)
    {
        var bytes = new byte[length + 5];
        "%PDF-"u8.CopyTo(bytes);
        for (var i = 5; i < bytes.Length; i++)
            bytes[i] = (byte)((i * 31) + length);
        return bytes;
    }
}
