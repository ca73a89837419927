using System.Text.Json.Serialization;

namespace Ledger.PublicationReview;

/// <summary>What an item is about, which decides who approves it.</summary>
public enum ItemClass
{
    /// <summary>Approved by the leader in charge of release review.</summary>
    [JsonStringEnumMemberName("business")] Business,

    /// <summary>Approved by the head of the unit and by a party affairs officer.</summary>
    [JsonStringEnumMemberName("other")] Other,
}

/// <summary>The three gates that a reviewer ticks.</summary>
public enum ReviewGate
{
    [JsonStringEnumMemberName("picture")] Picture,
    [JsonStringEnumMemberName("wording")] Wording,
    [JsonStringEnumMemberName("work")] Work,
}

/// <summary>What an item has come to; follows the known clock alone.</summary>
public enum ItemState
{
    [JsonStringEnumMemberName("submitted")] Submitted,
    [JsonStringEnumMemberName("approved")] Approved,
    [JsonStringEnumMemberName("returned")] Returned,
    [JsonStringEnumMemberName("published")] Published,
}
