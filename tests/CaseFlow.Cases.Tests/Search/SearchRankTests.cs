using CaseFlow.Cases.Search;

namespace CaseFlow.Cases.Tests.Search;

/// <summary>What answers a search better comes first.</summary>
[TestFixture]
internal sealed class SearchRankTests
{
    [TestCase("2026-00017", "2026-00017", "Vårdplan", ExpectedResult = SearchRank.Number)]
    [TestCase("17", "2026-00017", "Vårdplan 17", ExpectedResult = SearchRank.Number)]
    [TestCase("VÅRDPLAN", "2026-00017", "Vårdplan", ExpectedResult = SearchRank.Title)]
    [TestCase("vårdpl", "2026-00017", "Vårdplan för äldre", ExpectedResult = SearchRank.Beginning)]
    [TestCase("äldre vård", "2026-00017", "Vårdplan för äldre", ExpectedResult = SearchRank.Words)]
    [TestCase("plan", "2026-00017", "Vårdplan för äldre", ExpectedResult = SearchRank.Somewhere)]
    [TestCase("plan barn", "2026-00017", "Vårdplan för äldre", ExpectedResult = null)]
    [TestCase("aldre", null, "Vårdplan för äldre", ExpectedResult = null, Description = "ä is a letter of its own")]
    [TestCase(" ", null, "Vårdplan", ExpectedResult = null)]
    public int? A_title_is_ranked(string text, string? number, string title) => SearchRank.Of(text, number, title);
}
