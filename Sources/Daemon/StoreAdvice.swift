import Store

/// What to do when the database cannot be opened.
enum StoreAdvice {
    static func sentence(_ error: StoreError, path: String) -> String {
        switch error.kind {
        case .newerSchema:
            "The database \(path) was written by a newer version of Saluton: update it.  Nothing was changed."
        case .damaged, .foreignFile:
            "The database \(path) is damaged or not ours (\(error.detail)).  Restore a backup, or move the file away "
                + "to start anew.  Nothing was changed."
        case .unsafeFiles: "The database \(path) is not safe: \(error.detail)."
        case .diskFull: "The disk is full: make room, then start again.  Nothing is lost."
        case .readOnly: "The database \(path) cannot be written: make its folder writable."
        case .busy: "Another program holds the database \(path)."
        default: "The database \(path) cannot be opened: \(error)."
        }
    }
}
