using System.Text.Json.Serialization;

namespace Ledger.Channels;

/// <summary>Where a unit itself publishes. What belongs to others is none of them.</summary>
public enum ChannelKind
{
    [JsonStringEnumMemberName("website")] Website,
    [JsonStringEnumMemberName("official-account")] OfficialAccount,
    [JsonStringEnumMemberName("wechat-group")] WechatGroup,
    [JsonStringEnumMemberName("qq-group")] QqGroup,
    [JsonStringEnumMemberName("dingtalk-group")] DingtalkGroup,
    [JsonStringEnumMemberName("notice-board")] NoticeBoard,
    [JsonStringEnumMemberName("newspaper")] Newspaper,
    [JsonStringEnumMemberName("screen")] Screen,
}

/// <summary>Whether a channel is in use; follows the known clock alone.</summary>
public enum ChannelState
{
    [JsonStringEnumMemberName("active")] Active,
    [JsonStringEnumMemberName("retired")] Retired,
}
