using System.Collections.Frozen;

namespace Ledger.Commands;

/// <summary>What a problem answer says to a person, in both languages.</summary>
/// <param name="TitleZh">What is wrong, in a few words.</param>
/// <param name="DetailZh">What to do about it. The facts of the case stand beside it in the answer.</param>
public sealed record ProblemText(string TitleZh, string TitleEn, string DetailZh, string DetailEn);

/// <summary>The texts of every problem code (docs/problems.md).</summary>
public static partial class ProblemTexts
{
    public static IReadOnlyDictionary<string, ProblemText> All { get; } =
        Requests().Concat(Refusals()).Concat(Systems()).ToFrozenDictionary(StringComparer.Ordinal);

    public static ProblemText Of(string code) => All.TryGetValue(code, out var text)
        ? text
        : throw new ArgumentOutOfRangeException(nameof(code), code, "No texts for this problem code.");

    /// <summary>What the door and the HTTP layer say about a request as such.</summary>
    private static Dictionary<string, ProblemText> Requests() => new()
    {
        ["malformed"] = new(
            "请求内容格式有误", "The request is malformed",
            "请按 errors 中列出的字段逐项修改后重新提交。本次未作任何记录。",
            "Correct the members listed in errors and send the request again. Nothing was recorded."),
        ["query-malformed"] = new(
            "查询参数有误", "A query parameter is malformed",
            "请按 errors 中列出的参数修改后重新查询；日期写作 2025-03-01，位置 #1234 写作 %231234。",
            "Correct the parameters listed in errors; dates read 2025-03-01, and position #1234 is sent as %231234."),
        ["if-match-malformed"] = new(
            "If-Match 格式有误", "If-Match is malformed",
            "请原样填写最近一次读取或提交时返回的版本，并保留引号，例如 \"3\"。",
            "Send the version from the last answer as it stands, quotes included, such as \"3\"."),
        ["if-match-not-here"] = new(
            "此操作不能使用 If-Match", "If-Match does not apply here",
            "此操作新建一项记录，尚无版本可比对。请去掉 If-Match 后重新提交。",
            "This request creates something that has no version yet. Leave If-Match out and send it again."),
        ["idempotency-key-malformed"] = new(
            "Idempotency-Key 格式有误", "Idempotency-Key is malformed",
            "请为每次提交使用一个新的、简短的标识，例如 UUID。",
            "Use one short, fresh key for each act, such as a UUID."),
        ["idempotency-key-not-here"] = new(
            "导入不能使用 Idempotency-Key", "An import takes no Idempotency-Key",
            "请去掉 Idempotency-Key。导入按每行内容识别重复，同一文件再次导入不会重复记录。",
            "Leave Idempotency-Key out. An import knows its lines by their content: the same file never counts twice."),
        ["cursor-malformed"] = new(
            "翻页标记无效", "The cursor is not valid",
            "请原样使用上一页返回的 next，或不带 cursor 从第一页重新查询。",
            "Send next from the page before as it stands, or start again without a cursor."),
        ["last-event-id-malformed"] = new(
            "Last-Event-ID 格式有误", "Last-Event-ID is malformed",
            "请原样填写最后收到的事件编号（一个数字）；如要从最新处开始，请去掉它。",
            "Send the id of the last event that you received, a number, or leave it out to begin with the latest."),
        ["unauthorized"] = new(
            "尚未登录或登录已失效", "You are not signed in",
            "请重新登录，或提供有效的访问令牌后再试。",
            "Sign in again, or send a valid access token."),
        ["not-allowed"] = new(
            "没有此项权限", "You may not do this",
            "您的账号无权对该单位执行此操作。如有需要，请联系管理员。",
            "Your account may not do this for that unit. If you need to, ask your administrator."),
        ["unknown-tenant"] = new(
            "没有这个管辖", "No such tenant",
            "台账中没有您的令牌所指的管辖。请核对令牌，或联系管理员。",
            "The ledger does not hold the tenant named in your token. Check the token, or ask your administrator."),
        ["unknown-route"] = new(
            "没有这个地址", "No such address",
            "请核对地址是否有误；可用的地址见接口文档。",
            "Check the address for a slip; the API documentation lists those that exist."),
        ["unknown-id"] = new(
            "没有这个编号", "No such id",
            "本管辖在所问时刻没有这一编号的记录。请核对编号，注意区分大小写。",
            "Nothing of that id is known to this tenant at the time asked about. Check the id; capitals matter."),
        ["method-not-allowed"] = new(
            "该地址不支持此请求方法", "This address does not take that method",
            "查询请用 GET，提交请用 POST；可用的方法见 Allow 响应头。",
            "Use GET to read and POST to record; the Allow header lists what this address takes."),
        ["id-exists"] = new(
            "该编号已被使用", "The id exists already",
            "编号不能重复使用。请换一个编号；如不填写，台账会自动生成。",
            "An id is never used twice. Choose another one, or leave it out and the ledger makes one."),
        ["precondition-failed"] = new(
            "您看到之后又有了新的记录", "Something was recorded since you looked",
            "请先查看此后的变化，再决定是否按新版本重新提交。本次未作任何记录。",
            "Look at what changed since, then decide whether to send it with the new version. Nothing was recorded."),
        ["too-large"] = new(
            "提交的内容过大", "The request is too large",
            "请缩短内容或分几次提交。",
            "Shorten it, or send it in several parts."),
        ["import-too-large"] = new(
            "导入文件过大", "The import is too large for one piece",
            "一次整体导入最多 20000 行、16 MiB。请改用 mode=chunks 分段导入，或将文件拆分。",
            "An import in one piece takes up to 20,000 lines and 16 MiB. Send it with mode=chunks, or split the file."),
        ["unsupported-media-type"] = new(
            "不支持的内容类型", "This content type is not supported",
            "提交请使用 application/json，导入请使用 application/x-ndjson，编码为 UTF-8。",
            "Send application/json, or application/x-ndjson for an import, in UTF-8."),
        ["idempotency-key-reused"] = new(
            "该 Idempotency-Key 已用于另一次提交", "The Idempotency-Key belongs to another request",
            "同一标识只能重复同样的内容。如是新的操作，请换用新的标识。",
            "A key repeats only the very same request. For a new act use a new key."),
        ["position-not-reached"] = new(
            "台账尚未记录到该位置", "The ledger has not reached that position",
            "请使用不晚于 facts.last 的位置，或不填写以查询最新情况。",
            "Give a position up to the last one (facts.last), or leave it out for the latest."),
        ["unknown-command"] = new(
            "没有这种操作", "There is no such command",
            "请核对操作名称的拼写和大小写。",
            "Check how the command's name is written."),
        ["window-ends-before-it-starts"] = new(
            "起止日期颠倒", "The window ends before it starts",
            "请使 to 不早于 from。",
            "Give a `to` that is not before `from`."),
        ["window-too-far-ahead"] = new(
            "查询截止日期过远", "The window reaches too far ahead",
            "请使 to 不晚于 last。",
            "Give a `to` that is not after `last`."),
        ["too-many-requests"] = new(
            "请求过于频繁", "Too many requests",
            "请按 Retry-After 所示的时间稍候再试。本次未作任何记录。",
            "Wait for the time given in Retry-After and try again. Nothing was recorded."),
        ["too-many-streams"] = new(
            "实时连接过多", "Too many live streams are open",
            "请按 Retry-After 所示的时间稍候再连接；从最后收到的编号继续，不会缺漏。",
            "Connect again after the time given in Retry-After, and go on from your last id: nothing is missed."),
        ["internal"] = new(
            "系统内部出现差错", "Something went wrong inside the ledger",
            "这是系统的缺陷，不是您的操作有误。除另有说明外未作任何记录；请将 traceId 告知管理员。",
            "This is a defect of the system and not your mistake. Nothing was recorded unless said otherwise; "
            + "tell your administrator the traceId."),
        ["tenant-busy"] = new(
            "台账正忙", "The ledger is busy",
            "前面还有提交正在处理，请按 Retry-After 稍候再试。除分段导入中已完成的各段外，本次未作任何记录。",
            "Others are recording at this moment. Try again after the time in Retry-After. "
            + "Nothing was recorded, save earlier chunks of an import."),
        ["tenant-importing"] = new(
            "正在导入，暂不能提交", "An import is under way",
            "导入结束后即可提交，请按 Retry-After 稍候再试；如该导入已中断，请续传同一文件，或以 DELETE /api/import 放弃。"
            + "除分段导入中已完成的各段外，本次未作任何记录。",
            "You can record once the import has ended; try again after the time in Retry-After. "
            + "If it broke off, send the same file again, or give it up by DELETE /api/import. Nothing was recorded, save earlier chunks of an import."),
        ["import-ended-elsewhere"] = new(
            "这次导入已在别处结束", "The import was ended elsewhere",
            "导入期间，同一文件已由另一次运行导完，或已被放弃。请再次导入该文件：已导入的各行会自动跳过。",
            "While it ran, another run took the same file to its end, or the import was given up. Send the file again: lines taken are passed over."),
        ["import-changed"] = new(
            "文件与先前导入的不一致", "The file is not the one that was taken before",
            "本管辖仍属于一次未完成的导入，而文件中 facts 所示行号之间的内容与当时导入的不同。"
            + "请以当时的文件（末尾可以增加内容）续传；或以 DELETE /api/import 放弃后重新导入，已导入的各行会自动跳过。本次未作任何记录。",
            "The tenant belongs to an import that is not finished, and between the lines given in facts this file differs from what was taken. "
            + "Send the file as it was (it may have grown at its end), or give the import up by DELETE /api/import and send this one: "
            + "lines taken are passed over. Nothing was recorded."),
        ["store-unavailable"] = new(
            "数据库暂时无法使用", "The database cannot be reached",
            "请稍后再试。如果正在提交，尚不能确定是否已经记录：请用同一 Idempotency-Key 重新提交，或先行查询，以免重复。",
            "Try again later. If you were recording, it is not certain whether that took effect: "
            + "send it with the same Idempotency-Key, or look first, so that it does not count twice."),
        ["clock-behind-ledger"] = new(
            "服务器时钟不正确", "The server's clock is wrong",
            "时钟早于台账最后一次记录的时间，为保证先后次序，暂停提交。请联系管理员校准时钟。",
            "The clock lies before the last recorded act, so recording is paused to keep the order. "
            + "Ask your administrator to set the clock right."),
    };
}
